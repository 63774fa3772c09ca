import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, notFound } from '#platform/http';
import { CYCLE } from '#features/cycles';
import { AccessService } from '#features/identity';
import { type ActivityReport, addTallies, tallyWorkplan, type WorkplanTally } from './team.rules.js';
import type { TeamRollupDto, TeamRollupsDto } from './team-update.dto.js';

/** The stored progress of teams, beside that of the States. */
@Injectable()
export class TeamRollupsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Counts one team's workplan in a cycle anew. Safe to repeat; two at once wait for each other. */
  recompute(cycleId: string, teamKey: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [
        `team-rollup:${cycleId}:${teamKey}`,
      ]);
      const source = await this.database.one<Source>(SOURCE, [cycleId, teamKey], 'team_rollup_source');
      if (!source) return;
      const tally = tallyWorkplan(source.activityIds, source.reports);
      await this.database.execute(STORE, [
        ...[
          cycleId,
          teamKey,
          source.updateId,
          this.clock.now(),
          tally.activities,
          tally.reported,
          tally.notReported,
        ],
        ...[
          tally.planned,
          tally.in_progress,
          tally.done,
          tally.postponed,
          tally.cancelled,
          tally.illustrative,
        ],
      ]);
    });
  }

  /** Every team in a cycle. */
  async recomputeCycle(cycleId: string): Promise<void> {
    const teams = await this.database.query<{ key: string }>('SELECT key FROM teams ORDER BY position, key');
    for (const { key } of teams) await this.recompute(cycleId, key);
  }

  /** One team in the running cycles of a year, after its workplan changed. */
  async recomputeYear(teamKey: string, year: number): Promise<void> {
    const cycles = await this.database.query<{ id: string }>(
      `SELECT id FROM cycles WHERE year = $1 AND state IN ('open', 'in_review') ORDER BY id`,
      [year],
    );
    for (const { id } of cycles) await this.recompute(id, teamKey);
  }

  /** What somebody sees of a cycle: before it is published only who reads the whole region sees more than nothing. @throws DomainError not_found */
  async seenBy(actor: Actor, cycleKey: string): Promise<TeamRollupsDto> {
    const rollups = await this.ofCycle(cycleKey);
    if (this.access.reachOf(actor, 'team_update.read').submitted === 'all') return rollups;
    const published = await this.database.one(`SELECT FROM cycles WHERE key = $1 AND state = 'published'`, [
      cycleKey,
    ]);
    return published ? rollups : rollupsOf(cycleKey, { teams: [], computedAt: null });
  }

  /** The stored rows of a cycle with their sum. @throws DomainError not_found */
  async ofCycle(cycleKey: string): Promise<TeamRollupsDto> {
    const row = await this.database.one<Stored & Record<string, unknown>>(READ, [cycleKey], 'team_rollups');
    if (!row) throw notFound(CYCLE);
    return rollupsOf(cycleKey, row);
  }
}

interface Stored {
  teams: TeamRollupDto[];
  computedAt: string | null;
}

/** The rows of a cycle with their sum. */
function rollupsOf(cycleKey: string, { teams, computedAt }: Stored): TeamRollupsDto {
  const { in_progress: inProgress, ...counts } = addTallies(
    teams.map(({ inProgress: going, ...team }): WorkplanTally => ({ ...team, in_progress: going })),
  );
  return {
    cycleKey,
    teamsReported: teams.filter(({ updateId }) => updateId !== null).length,
    computedAt,
    teams,
    total: { teamKey: null, updateId: null, inProgress, ...counts },
  };
}

interface Source extends Record<string, unknown> {
  activityIds: string[];
  reports: ActivityReport[];
  updateId: string | null;
}

/** The workplan of the cycle's year and what the highest approved revision says of it. $1 cycle, $2 team. */
const SOURCE = `
  WITH said AS (
    SELECT id FROM team_updates WHERE cycle_id = $1 AND team_key = $2 AND review_state IN ('approved', 'published')
     ORDER BY revision DESC LIMIT 1
  )
  SELECT (SELECT id FROM said) AS "updateId",
         (SELECT coalesce(json_agg(a.id), '[]') FROM team_activities a WHERE a.team_key = t.key AND a.year = cy.year) AS "activityIds",
         (SELECT coalesce(json_agg(json_build_object('activityId', r.activity_id, 'status', r.status, 'illustrative', r.illustrative)), '[]')
            FROM team_update_activities r WHERE r.update_id = (SELECT id FROM said)) AS reports
    FROM cycles cy, teams t WHERE cy.id = $1 AND t.key = $2`;

/** A row whose numbers are the same keeps its time. */
const STORE = `
  INSERT INTO team_rollups AS r (cycle_id, team_key, update_id, computed_at, activities, reported, not_reported, planned, in_progress, done,
         postponed, cancelled, illustrative)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ON CONFLICT (cycle_id, team_key) DO UPDATE
     SET update_id = excluded.update_id, computed_at = excluded.computed_at, activities = excluded.activities, reported = excluded.reported,
         not_reported = excluded.not_reported, planned = excluded.planned, in_progress = excluded.in_progress, done = excluded.done,
         postponed = excluded.postponed, cancelled = excluded.cancelled, illustrative = excluded.illustrative
   WHERE (to_jsonb(r) - 'computed_at') IS DISTINCT FROM (to_jsonb(excluded) - 'computed_at')`;

/** Rows of a cycle: those of updates that are not public yet are counted all the same, as counts alone. $1 cycle key. */
const READ = `
  SELECT (SELECT max(r.computed_at) FROM team_rollups r WHERE r.cycle_id = cy.id) AS "computedAt",
         (SELECT coalesce(json_agg(json_build_object('teamKey', r.team_key, 'activities', r.activities, 'reported', r.reported,
                   'notReported', r.not_reported, 'planned', r.planned, 'inProgress', r.in_progress, 'done', r.done, 'postponed', r.postponed,
                   'cancelled', r.cancelled, 'illustrative', r.illustrative, 'updateId', r.update_id) ORDER BY t.position, t.key), '[]')
            FROM team_rollups r JOIN teams t ON t.key = r.team_key WHERE r.cycle_id = cy.id) AS teams
    FROM cycles cy WHERE cy.key = $1`;
