import { Inject, Injectable } from '@nestjs/common';
import { type AuditedKind, AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  type FieldProblem,
  invalidFields,
  notFound,
  notAsSeen,
} from '#platform/http';

interface Versioned extends Record<string, unknown> {
  version: number;
}

/** One row: what it is called, and how it is read. */
export interface Row {
  entity: AuditedKind;
  id: string;
  name: Bilingual;
  /** The field by which a caller names it. */
  by: string;
  read: [sql: string, parameters: unknown[]];
}

interface Write extends Row {
  /** The version that the caller saw, 0: none; undefined: whatever is there (files, seeds). */
  seen: number | undefined;
  check: () => FieldProblem[] | Promise<FieldProblem[]>;
  write: () => Promise<unknown>;
}

/** Writes rows of this room, one writer of a row after the other, each with its audit entry. */
@Injectable()
export class RegionalWriter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** @throws DomainError not_found */
  async read<V>({ name, read }: Row): Promise<V> {
    const [row] = await this.database.jsonRows<V & Record<string, unknown>>(...read);
    if (!row) throw notFound(name);
    return row;
  }

  /** Writes a row in place of the one that the caller saw. @throws DomainError forbidden, invalid, not_found, stale */
  put<V>(actor: Actor, { seen, check, write, ...row }: Write): Promise<V> {
    return this.alone(actor, row, seen, async (before) => {
      const problems = await check();
      if (problems.length > 0) throw invalidFields(problems);
      await write();
      const after = await this.read<V & Versioned>(row);
      const { entity, id } = row;
      await this.audit.record({ action: `${entity}.put`, entity, entityId: id, before, after });
      return after;
    });
  }

  /** Takes a row away that the caller saw. @throws DomainError forbidden, not_found, stale */
  remove(actor: Actor, row: Row, seen: number, [sql, parameters]: Row['read']): Promise<void> {
    return this.alone(actor, row, seen, async (before) => {
      if (!before) throw notFound(row.name);
      await this.database.execute(sql, parameters);
      const { entity, id } = row;
      await this.audit.record({ action: `${entity}.remove`, entity, entityId: id, before });
    });
  }

  private alone<T>(
    actor: Actor,
    { entity, id, name, by, read }: Row,
    seen: number | undefined,
    work: (before: Versioned | undefined) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'regional.write', {}, name);
      await this.database.execute('SELECT pg_advisory_xact_lock(hashtext($1))', [`${entity} ${id}`]);
      const [before] = await this.database.jsonRows<Versioned>(...read);
      if (seen !== undefined && seen !== (before?.version ?? 0))
        throw before ? notAsSeen(seen, by, before) : notFound(name);
      return work(before);
    });
  }
}
