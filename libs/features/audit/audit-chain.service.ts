import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { AuditKey } from './audit-key.js';
import { type ChainProblemKind, type EntryContent, markedValues } from './audit.rules.js';

/** A day of the chain as it ends. */
export interface DayHead {
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  entries: number;
  /** The hash of the day's last entry. */
  head: string;
}

export interface ChainProblem {
  kind: ChainProblemKind;
  day: string | null;
  position: number | null;
  entryId: string | null;
}

export interface ChainReport {
  entries: number;
  days: DayHead[];
  problems: ChainProblem[];
}

interface Entry extends EntryContent {
  id: string;
  stateCode: string | null;
  mark: string;
}

interface Sealed {
  day: string;
  position: number;
  entryId: string;
  hash: string;
  entry: Entry | null;
}

const BATCH = 2_000;
/** Entries are numbered before they are committed; one this far behind the last sealed number is looked for once a day. */
const LATE = 20_000;

const ENTRY = `id::text, uid, at, actor_id AS "actorId", on_behalf_of_id AS "onBehalfOfId", action, entity,
  entity_id AS "entityId", state_code AS "stateCode", before, after, reason, request_id AS "requestId", mark`;

const UNSEALED = `
  SELECT ${ENTRY} FROM audit_entries e
   WHERE e.id > coalesce($1::bigint, (SELECT max(entry_id) FROM audit_seals) - ${LATE}, 0)
     AND NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id)
   ORDER BY e.id LIMIT ${BATCH}`;

const LAST = `SELECT day::text, position, hash FROM audit_seals ORDER BY day DESC, position DESC LIMIT 1`;

const APPEND = `
  INSERT INTO audit_seals (day, position, entry_id, hash)
  SELECT $1::date, $2::int + n, id, hash FROM unnest($3::bigint[], $4::text[]) WITH ORDINALITY AS t (id, hash, n)`;

const SEALED = `
  SELECT s.day::text, s.position, s.entry_id::text AS "entryId", s.hash, e.*
    FROM audit_seals s
    LEFT JOIN LATERAL (SELECT ${ENTRY} FROM audit_entries WHERE id = s.entry_id) e ON true
   WHERE (s.day, s.position) > ($1::date, $2::int)
   ORDER BY s.day, s.position LIMIT ${BATCH}`;

const COPIES = `SELECT max(id)::text AS id FROM audit_entries GROUP BY uid HAVING count(*) > 1`;

/** Chains the entries of each day, and finds who touched them. */
@Injectable()
export class AuditChain {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditKey) private readonly key: AuditKey,
  ) {}

  /**
   * Seals what was committed since the last time. Entries that bear no mark of ours stay outside, where `verify` finds them.
   * @param thorough looks through the whole trail for entries that were committed late
   * @returns how many were sealed
   */
  async seal(thorough = false): Promise<number> {
    let sealed = 0;
    let behind = thorough ? '0' : null;
    for (;;) {
      const { found, through, taken } = await this.sealBatch(behind);
      sealed += taken;
      if (found < BATCH || !through) return sealed;
      behind = through;
    }
  }

  /** The heads of the last days, newest first. */
  heads(days = 1): Promise<DayHead[]> {
    return this.database.query<DayHead>(
      `SELECT DISTINCT ON (day) day::text, position AS entries, hash AS head FROM audit_seals
        WHERE day > (SELECT max(day) FROM audit_seals) - $1::int ORDER BY day DESC, position DESC`,
      [days],
    );
  }

  /**
   * Goes through the whole trail.
   * @param published heads of days as the log told them, by day; a day that ends otherwise was cut or rewritten
   */
  async verify(published: ReadonlyMap<string, string> = new Map()): Promise<ChainReport> {
    await this.seal(true);
    const report: ChainReport = { entries: 0, days: [], problems: [] };
    let last = { day: '0001-01-01', position: 0, hash: '' };
    for (;;) {
      const rows = (
        await this.database.query<Omit<Sealed, 'entry'> & Entry>(SEALED, [last.day, last.position])
      ).map(splitEntry);
      for (const row of rows) {
        this.check(row, last, report);
        last = row;
      }
      if (rows.length < BATCH) break;
    }
    await this.findStrangers(report);
    for (const [day, head] of published)
      if (report.days.find((each) => each.day === day)?.head !== head)
        report.problems.push({ kind: 'removed', day, position: null, entryId: null });
    return report;
  }

  /** @param behind id of the entry after which to look; null: a little before the last sealed one */
  private sealBatch(behind: string | null): Promise<{ found: number; through?: string; taken: number }> {
    return this.database.transaction(async () => {
      // One at a time: two would give the same places.
      await this.database.execute(`SELECT pg_advisory_xact_lock(hashtext('audit_seals'))`);
      const found = await this.database.query<Entry & Record<string, unknown>>(UNSEALED, [behind]);
      const seen = { found: found.length, through: found.at(-1)?.id };
      const genuine = found.filter((entry) => this.isOurs(entry));
      if (genuine.length === 0) return { ...seen, taken: 0 };
      const last = await this.database.one<{ day: string; position: number; hash: string }>(LAST);
      const today = this.clock.now().toISOString().slice(0, 10);
      // The chain never goes back to an earlier day, whatever a machine's clock says.
      const day = last && last.day > today ? last.day : today;
      const first = last?.day === day ? last.position : 0;
      let before = last?.hash ?? '';
      const hashes = genuine.map(
        (entry, index) => (before = this.hash(before, day, first + index + 1, entry)),
      );
      await this.database.execute(APPEND, [day, first, genuine.map(({ id }) => id), hashes]);
      return { ...seen, taken: genuine.length };
    });
  }

  private check(
    row: Sealed,
    last: { day: string; position: number; hash: string },
    report: ChainReport,
  ): void {
    const { day, position, entryId, entry, hash } = row;
    const problem = (kind: ChainProblem['kind']) => report.problems.push({ kind, day, position, entryId });
    report.entries += 1;
    const of = report.days.at(-1);
    if (of?.day === day) Object.assign(of, { entries: position, head: hash });
    else report.days.push({ day, entries: position, head: hash });
    if (!entry || position !== (last.day === day ? last.position + 1 : 1)) problem('removed');
    else if (this.hash(last.hash, day, position, entry) !== hash) problem('changed');
  }

  /** Entries that no seal holds although everything of ours is sealed by now, and copies of entries. */
  private async findStrangers(report: ChainReport): Promise<void> {
    const unsealed = await this.database.query<Entry & Record<string, unknown>>(UNSEALED, ['0']);
    const copies = await this.database.query<{ id: string }>(COPIES);
    for (const { id } of [...unsealed.filter((entry) => !this.isOurs(entry)), ...copies])
      report.problems.push({ kind: 'inserted', day: null, position: null, entryId: id });
  }

  private isOurs(entry: Entry): boolean {
    return this.key.mark(markedValues(entry)) === entry.mark;
  }

  private hash(before: string, day: string, position: number, entry: Entry): string {
    return this.key.mark([before, day, position, entry.id, entry.stateCode, entry.mark, markedValues(entry)]);
  }
}

function splitEntry({
  day,
  position,
  entryId,
  hash,
  ...entry
}: Omit<Sealed, 'entry'> & (Entry | { id: null })): Sealed {
  return { day, position, entryId, hash, entry: entry.id === null ? null : entry };
}
