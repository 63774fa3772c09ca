import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  invalid,
  notAsSeen,
  notFound,
  type Page,
  pageOf,
  parseCursor,
} from '#platform/http';
import { type ImportFile, type ImportMode, type ImportResult, importRows } from '#platform/tables';
import { institutionsImport } from './institution.import.js';
import type { InstitutionContent } from './state.content.js';
import type { InstitutionDto, InstitutionInput, InstitutionsQuery } from './state.dto.js';

const INSTITUTION: Bilingual = { en: 'institution', es: 'la institución' };

const COLUMNS = `id, key, state_code AS "stateCode", acronym, name_en AS "nameEn", name_es AS "nameEs", source, version`;

const LIST = `
  SELECT ${COLUMNS} FROM institutions
   WHERE ($1::text IS NULL OR state_code = $1 OR state_code IS NULL)
     AND ($2::text IS NULL OR key ILIKE $2 OR acronym ILIKE $2 OR name_en ILIKE $2 OR name_es ILIKE $2)
     AND ($3::text IS NULL OR key > $3)
   ORDER BY key LIMIT $4`;

const UPSERT = `
  INSERT INTO institutions AS i (id, key, state_code, acronym, name_en, name_es, source)
  SELECT id, key, "stateCode", acronym, "nameEn", "nameEs", source
    FROM jsonb_to_recordset($1) AS r(id uuid, key text, "stateCode" text, acronym text, "nameEn" text, "nameEs" text, source text)
  ON CONFLICT (key) DO UPDATE
     SET acronym = excluded.acronym, name_en = excluded.name_en, name_es = excluded.name_es, source = excluded.source, version = i.version + 1
   WHERE (i.acronym, i.name_en, i.name_es, i.source) IS DISTINCT FROM (excluded.acronym, excluded.name_en, excluded.name_es, excluded.source)
  RETURNING ${COLUMNS}`;

/** The bodies that lead and support commitments, by one key each. */
@Injectable()
export class InstitutionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Institutions that fit, by key. */
  async list(query: InstitutionsQuery): Promise<Page<InstitutionDto>> {
    const after = query.cursor ? parseCursor(query.cursor, 1)[0] : null;
    const parameters = [query.state ?? null, query.q ? contains(query.q) : null, after, query.limit + 1];
    const rows = await this.database.query<InstitutionDto>(LIST, parameters);
    return pageOf(rows, query.limit, (row) => [row.key]);
  }

  /** One institution by its key. @throws DomainError not_found */
  async get(key: string): Promise<InstitutionDto> {
    const found = await this.find(key);
    if (!found) throw notFound(INSTITUTION);
    return found;
  }

  /**
   * Adds an institution or corrects its names; the State is the one in its key.
   * @param seen its version as the caller saw it, 0: none; undefined: whatever is there (files)
   * @throws DomainError forbidden, invalid, not_found, stale
   */
  async put(actor: Actor, key: string, input: InstitutionInput, seen?: number): Promise<InstitutionDto> {
    const owner = /^([A-Z]{2}|REG):\S{1,60}$/.exec(key)?.[1];
    if (!owner)
      throw invalid('key', {
        en: 'must look like MX:COMAR or REG:UNHCR',
        es: 'debe tener la forma MX:COMAR o REG:UNHCR',
      });
    const stateCode = owner === 'REG' ? null : owner;
    this.access.assertMay(actor, 'state.manage', { stateCode }, INSTITUTION);
    if (stateCode && !(await this.database.one('SELECT FROM states WHERE code = $1', [stateCode])))
      throw invalid('key', {
        en: 'begins with the code of no State',
        es: 'no empieza con el código de un Estado',
      });
    return this.database.transaction(async () => {
      await this.database.execute('SELECT pg_advisory_xact_lock(hashtext($1))', [`institution ${key}`]);
      const before = await this.find(key);
      if (seen !== undefined && seen !== (before?.version ?? 0))
        throw before ? notAsSeen(seen, 'key', before) : notFound(INSTITUTION);
      await this.upsert([{ key, stateCode, ...input }]);
      return this.get(key);
    });
  }

  /** Puts every row of a file of institutions. @throws ImportRefused when a row is wrong and `mode` is `all` */
  async importFile(actor: Actor, file: ImportFile, mode: ImportMode): Promise<ImportResult> {
    const rows = await institutionsImport.read(file);
    return importRows(this.database, rows, ({ key, ...input }) => this.put(actor, key, input), { mode });
  }

  /**
   * Brings institutions to what is given, by key: new ones are added, changed names corrected, the others left alone.
   * @returns those that it added or changed
   */
  upsert(institutions: InstitutionContent[]): Promise<InstitutionDto[]> {
    return this.database.transaction(async () => {
      const rows = institutions.map((institution) => ({ ...institution, id: newId() }));
      const changed = await this.database.query<InstitutionDto>(UPSERT, [JSON.stringify(rows)]);
      for (const after of changed) {
        const { id, stateCode } = after;
        await this.audit.record({
          action: 'institution.put',
          entity: 'institution',
          entityId: id,
          stateCode,
          after,
        });
      }
      return changed;
    });
  }

  private find(key: string): Promise<InstitutionDto | undefined> {
    return this.database.one<InstitutionDto>(`SELECT ${COLUMNS} FROM institutions WHERE key = $1`, [key]);
  }
}

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
