import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  type FieldProblem,
  invalidFields,
  notAsSeen,
  notFound,
} from '#platform/http';
import { type OtherTerm, presidencyProblems } from './presidency.rules.js';
import type { PresidencyBody, PresidencyDto } from './state.dto.js';
import { StatesService } from './states.service.js';

const PRESIDENCY: Bilingual = { en: 'Presidency', es: 'la Presidencia' };

const PUT = `
  INSERT INTO presidencies AS p (id, year, state_code, starts_on, starts_precision, ends_on, ends_precision, note_en, note_es, sources)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (year) DO UPDATE SET state_code = $3, starts_on = $4, starts_precision = $5, ends_on = $6, ends_precision = $7,
     note_en = $8, note_es = $9, sources = $10, version = p.version + 1`;

/** Terms of the pro-tempore Presidency, as the Secretariat keeps them. */
@Injectable()
export class PresidenciesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(StatesService) private readonly states: StatesService,
  ) {}

  /**
   * Writes the term of a year in place of the one that the caller saw.
   * @param seen its version; 0: there was none
   * @throws DomainError forbidden, invalid when it overlaps another term, not_found, stale
   */
  put(actor: Actor, year: number, seen: number, body: PresidencyBody): Promise<PresidencyDto> {
    return this.alone(actor, year, seen, async (before) => {
      const others = await this.database.query<OtherTerm & Record<string, unknown>>(
        `SELECT year, starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM presidencies WHERE year <> $1 ORDER BY year`,
        [year],
      );
      const known = (await this.states.list()).some(({ code }) => code === body.stateCode);
      const problems: FieldProblem[] = presidencyProblems(body, others, known);
      if (problems.length > 0) throw invalidFields(problems);
      await this.database.execute(PUT, [
        ...[before?.id ?? newId(), year, body.stateCode, body.startsOn, body.startsPrecision],
        ...[body.endsOn ?? null, body.endsPrecision ?? null, body.noteEn || null, body.noteEs || null],
        body.sources,
      ]);
      const after = (await this.of(year)) as PresidencyDto;
      await this.record('presidency.put', after, before, after);
      return after;
    });
  }

  /** Takes a term away that was entered by mistake. @throws DomainError forbidden, not_found, stale */
  remove(actor: Actor, year: number, seen: number): Promise<void> {
    return this.alone(actor, year, seen, async (before) => {
      if (!before) throw notFound(PRESIDENCY);
      await this.database.execute('DELETE FROM presidencies WHERE year = $1', [year]);
      await this.record('presidency.remove', before, before, undefined);
    });
  }

  /** One writer after the other: a term is compared with all others. */
  private alone<T>(
    actor: Actor,
    year: number,
    seen: number,
    work: (before: PresidencyDto | undefined) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'regional.write', {}, PRESIDENCY);
      await this.database.execute('LOCK TABLE presidencies IN SHARE ROW EXCLUSIVE MODE');
      const before = await this.of(year);
      if (seen !== (before?.version ?? 0))
        throw before ? notAsSeen(seen, 'year', before) : notFound(PRESIDENCY);
      return work(before);
    });
  }

  private async of(year: number): Promise<PresidencyDto | undefined> {
    return (await this.states.presidencies()).find((term) => term.year === year);
  }

  private record(action: string, { id, stateCode }: PresidencyDto, before: unknown, after: unknown) {
    return this.audit.record({ action, entity: 'presidency', entityId: id, stateCode, before, after });
  }
}
