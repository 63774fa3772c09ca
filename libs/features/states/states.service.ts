import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService, type PresidencyTerm } from '#features/identity';
import { isDay } from '#platform/calendar';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, invalid, notFound, stale } from '#platform/http';
import type { AreaDto, PresidencyDto, StateChange, StateDto, TermDto } from './state.dto.js';
import type { TermList } from './state.vocabulary.js';

const STATE: Bilingual = { en: 'State', es: 'el Estado' };
const WHY: Bilingual = {
  en: 'say why the rule of approval changes; it stays in the history of the State',
  es: 'diga por qué cambia la regla de aprobación; queda en el historial del Estado',
};

const STATES = `
  SELECT code, alpha3, name_en AS "nameEn", name_es AS "nameEs", time_zone AS "timeZone", languages,
         mechanism_en AS "mechanismEn", mechanism_es AS "mechanismEs", position,
         allow_self_approval AS "allowSelfApproval", version
    FROM states`;

const AREAS = `
  SELECT key, name_en AS "nameEn", name_es AS "nameEs", shared, state_code AS "stateCode", maps_to AS "mapsTo", position
    FROM areas WHERE $1::text IS NULL OR shared OR state_code = $1
   ORDER BY shared DESC, state_code, position, key`;

const TERMS = `
  SELECT list, key, name_en AS "nameEn", name_es AS "nameEs", position FROM terms
   WHERE $1::text IS NULL OR list = $1 ORDER BY list, position, key`;

const PRESIDENCY_COLUMNS = `
  p.id, p.state_code AS "stateCode", p.year, p.starts_on::text AS "startsOn", p.starts_precision AS "startsPrecision",
  p.ends_on::text AS "endsOn", p.ends_precision AS "endsPrecision", p.note_en AS "noteEn", p.note_es AS "noteEs", p.sources, p.version`;

const PRESIDENCY_ON = `
  SELECT ${PRESIDENCY_COLUMNS} FROM presidencies p WHERE daterange(p.starts_on, p.ends_on) @> $1::date`;

// A term begins at midnight of the State that takes over and lasts until its successor's has begun, so that the hour
// between two time zones belongs to somebody, and to one only.
const PRESIDENCY_AT = `
  SELECT ${PRESIDENCY_COLUMNS}
    FROM (SELECT p.*, ($1::timestamptz AT TIME ZONE s.time_zone)::date AS today
            FROM presidencies p JOIN states s ON s.code = p.state_code
           WHERE p.starts_on <= ($1::timestamptz AT TIME ZONE s.time_zone)::date
           ORDER BY p.starts_on DESC LIMIT 1) p
   WHERE p.ends_on IS NULL OR today < p.ends_on
      OR EXISTS (SELECT FROM presidencies next WHERE next.starts_on = p.ends_on)`;

const TERMS_OF_PRESIDENCY = `
  SELECT p.starts_on::timestamp AT TIME ZONE s.time_zone AS "from",
         CASE WHEN p.ends_on IS NOT NULL THEN coalesce(
           (SELECT n.starts_on::timestamp AT TIME ZONE ns.time_zone
              FROM presidencies n JOIN states ns ON ns.code = n.state_code WHERE n.starts_on = p.ends_on),
           p.ends_on::timestamp AT TIME ZONE s.time_zone) END AS "to"
    FROM presidencies p JOIN states s ON s.code = p.state_code
   WHERE p.state_code = $1 ORDER BY p.starts_on`;

/** The States, their areas and the Presidencies. */
@Injectable()
export class StatesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** All States in the order of reports. */
  list(): Promise<StateDto[]> {
    return this.database.query<StateDto>(`${STATES} ORDER BY position, code`);
  }

  /** One State. @throws DomainError not_found */
  async get(code: string): Promise<StateDto> {
    const state = await this.database.one<StateDto>(`${STATES} WHERE code = $1`, [code], 'state_by_code');
    if (!state) throw notFound(STATE);
    return state;
  }

  /**
   * Changes what a State decides for itself.
   * @param version the one that the caller saw
   * @throws DomainError not_found, forbidden, stale, invalid without a reason for another rule of approval
   */
  change(actor: Actor, code: string, version: number, change: StateChange): Promise<StateDto> {
    return this.database.transaction(async () => {
      const before = await this.get(code);
      this.access.assertMay(actor, 'state.manage', { stateCode: code }, STATE);
      const { mechanismEn, mechanismEs } = { ...before, ...defined(change) };
      const allowSelfApproval = change.allowSelfApproval ?? before.allowSelfApproval;
      const reason = change.reason?.trim();
      if (allowSelfApproval !== before.allowSelfApproval && !reason) throw invalid('reason', WHY);
      const changed = await this.database.execute(
        `UPDATE states SET allow_self_approval = $3, mechanism_en = $4, mechanism_es = $5, version = version + 1
          WHERE code = $1 AND version = $2`,
        [code, version, allowSelfApproval, mechanismEn, mechanismEs],
      );
      if (changed === 0) throw stale(await this.get(code));
      const after = await this.get(code);
      await this.audit.record({
        action: 'state.change',
        entity: 'state',
        entityId: code,
        stateCode: code,
        before,
        after,
        ...(reason ? { reason } : {}),
      });
      return after;
    });
  }

  /** Shared areas first, then the States' own; with a State, only the shared ones and its own. */
  areas(stateCode?: string): Promise<AreaDto[]> {
    return this.database.query<AreaDto>(AREAS, [stateCode ?? null], 'areas');
  }

  /** Shared areas and the State's own. @throws DomainError not_found for a State that there is not */
  async areasOf(stateCode: string): Promise<AreaDto[]> {
    await this.get(stateCode);
    return this.areas(stateCode);
  }

  /** Words of the open lists in their order: populations, action modes. */
  terms(list?: TermList): Promise<TermDto[]> {
    return this.database.query<TermDto>(TERMS, [list ?? null], 'terms');
  }

  /** All Presidencies, the first first. */
  presidencies(): Promise<PresidencyDto[]> {
    return this.database.query<PresidencyDto>(
      `SELECT ${PRESIDENCY_COLUMNS} FROM presidencies p ORDER BY p.starts_on`,
    );
  }

  /** When a State holds the Presidency: from its own midnight until the next one takes over. */
  presidencyTermsOf(stateCode: string): Promise<PresidencyTerm[]> {
    return this.database.query<PresidencyTerm>(TERMS_OF_PRESIDENCY, [stateCode], 'presidency_terms_of');
  }

  /**
   * The Presidency on a day (`2024-07-01`) or at an instant, with how exactly its dates are known; undefined where the
   * sources leave a gap.
   * @throws DomainError invalid for a day that does not exist
   */
  async presidencyAt(when: Date | string): Promise<PresidencyDto | undefined> {
    if (typeof when === 'string' && !isDay(when))
      throw invalid('on', { en: 'is not a day of the calendar', es: 'no es un día del calendario' });
    return typeof when === 'string'
      ? this.database.one<PresidencyDto>(PRESIDENCY_ON, [when], 'presidency_on')
      : this.database.one<PresidencyDto>(PRESIDENCY_AT, [when.toISOString()], 'presidency_at');
  }
}

/** Without the members that the caller left out. */
const defined = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
