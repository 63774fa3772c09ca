import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { AuditChain, type ChainProblem, type ChainReport } from './audit-chain.service.js';
import type { ChainDayDto } from './audit.dto.js';
import { AuditKey } from './audit-key.js';

interface Check {
  at: Date;
  entries: number;
  throughDay: string;
  throughPosition: number;
  problems: ChainProblem[];
  mark: string;
}

const KEPT_PROBLEMS = 100;

const KEEP = `INSERT INTO audit_checks (at, entries, through_day, through_position, problems, mark)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`;

const OF_DAY = `
  WITH asked AS (SELECT coalesce($1::date, (SELECT max(day) FROM audit_seals)) AS day)
  SELECT a.day::text, coalesce(s.position, 0) AS entries, s.hash AS head,
         (SELECT count(*) FROM audit_entries WHERE id > coalesce((SELECT max(entry_id) FROM audit_seals), 0))::int AS waiting,
         to_jsonb(c) AS "lastCheck"
    FROM asked a
    LEFT JOIN LATERAL (
      SELECT position, hash FROM audit_seals WHERE day = a.day ORDER BY position DESC LIMIT 1
    ) s ON true
    LEFT JOIN LATERAL (
      SELECT at, entries, through_day AS "throughDay", through_position AS "throughPosition", problems, mark
        FROM audit_checks ORDER BY at DESC LIMIT 1
    ) c ON true`;

/** Who verified the trail when: kept, so that readers of the trail know how far they can trust it. */
@Injectable()
export class AuditChecks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditChain) private readonly chain: AuditChain,
    @Inject(AuditKey) private readonly key: AuditKey,
  ) {}

  /** Goes through the whole trail and keeps what was found. @param published as of `AuditChain.verify` */
  async verify(published?: ReadonlyMap<string, string>): Promise<ChainReport> {
    const report = await this.chain.verify(published);
    const last = report.days.at(-1);
    const check = {
      at: this.clock.now(),
      entries: report.entries,
      throughDay: last?.day ?? '0001-01-01',
      throughPosition: last?.entries ?? 0,
      problems: report.problems.slice(0, KEPT_PROBLEMS),
    };
    await this.database.execute(KEEP, [
      ...[check.at, check.entries, check.throughDay, check.throughPosition],
      ...[JSON.stringify(check.problems), this.markOf(check)],
    ]);
    return report;
  }

  /** How the chain of a day stands, and when it was last verified. */
  async ofDay(day?: string): Promise<ChainDayDto> {
    const row = (await this.database.one<Omit<ChainDayDto, 'lastCheck'> & { lastCheck: Check | null }>(
      OF_DAY,
      [day ?? null],
    )) as Omit<ChainDayDto, 'lastCheck'> & { lastCheck: Check | null };
    const check = row.lastCheck && { ...row.lastCheck, at: new Date(row.lastCheck.at) };
    if (!check || check.mark !== this.markOf(check)) return { ...row, lastCheck: null };
    const { at, entries, throughDay, throughPosition, problems } = check;
    const through = row.day === throughDay ? throughPosition : (row.day ?? '') < throughDay ? row.entries : 0;
    return { ...row, lastCheck: { at, entries, ofDay: Math.min(through, row.entries), problems } };
  }

  private markOf({ at, entries, throughDay, throughPosition, problems }: Omit<Check, 'mark'>): string {
    return this.key.mark([at.toISOString(), entries, throughDay, throughPosition, problems]);
  }
}
