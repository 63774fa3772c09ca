import { Inject, Injectable } from '@nestjs/common';
import { isUUID as isUuid } from 'class-validator';
import { tookPart } from '#features/identity';
import { acceptsUpdates, type CycleState } from '#features/cycles';
import { Database } from '#platform/database';
import { type Actor, cursorOf, notFound, parseCursor, RawJson } from '#platform/http';
import { TEAM_UPDATE } from './team.labels.js';
import { TeamAccess, teamUpdateShows } from './team.access.js';
import type { TeamUpdateDetail, TeamUpdatesQuery, TeamUpdateSummary } from './team-update.dto.js';

const SUMMARY = `u.id, u.team_key AS "teamKey", cy.key AS "cycleKey", u.revision, u.review_state AS "reviewState",
  u.submitted_at AS "submittedAt", u.updated_at AS "updatedAt", u.version`;

/** $1 team, $2 cycle, $3 review state, $4 everything, $5 from submission on, $6 own teams, $7 cursor, $8 limit. */
const LIST = `
  SELECT ${SUMMARY} FROM team_updates u JOIN cycles cy ON cy.id = u.cycle_id
   WHERE ($1::text IS NULL OR u.team_key = $1) AND ($2::text IS NULL OR cy.key = $2) AND ($3::text IS NULL OR u.review_state = $3)
     AND ${teamUpdateShows('$4', '$5', '$6', 'u')}
     AND ($7::uuid IS NULL OR u.id < $7)
   ORDER BY u.id DESC LIMIT $8`;

const ONE = `
  SELECT ${SUMMARY}, u.summary_en AS "summaryEn", u.summary_es AS "summaryEs", u.challenges_en AS "challengesEn", u.challenges_es AS "challengesEs",
         u.next_steps_en AS "nextStepsEn", u.next_steps_es AS "nextStepsEs", u.return_reason AS "returnReason", u.revision_reason AS "revisionReason",
         u.is_latest AS "isLatest", u.editors::text[] AS editors, u.submitted_by AS "submittedBy", cy.state AS "cycleState",
         (SELECT coalesce(json_agg(json_build_object('activityId', r.activity_id, 'status', r.status, 'percent', r.percent, 'noteEn', r.note_en,
                   'noteEs', r.note_es, 'illustrative', r.illustrative) ORDER BY a.position, a.id), '[]')
            FROM team_update_activities r JOIN team_activities a ON a.id = r.activity_id WHERE r.update_id = u.id) AS activities
    FROM team_updates u JOIN cycles cy ON cy.id = u.cycle_id WHERE u.id = $1`;

type OneRow = Omit<TeamUpdateDetail, 'actions'> & {
  isLatest: boolean;
  editors: string[];
  submittedBy: string | null;
  cycleState: CycleState;
};

/** Team updates that a person may see. */
@Injectable()
export class TeamUpdatesQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TeamAccess) private readonly access: TeamAccess,
  ) {}

  /** One page, the last begun first: an order that no later change shifts. */
  async list(actor: Actor, { team, cycle, reviewState, cursor, limit }: TeamUpdatesQuery): Promise<RawJson> {
    const { all, submitted, teams } = this.access.reach(actor);
    const after = cursor ? parseCursor(cursor, 1, isPlace) : [null];
    const rows = await this.database.jsonRows<TeamUpdateSummary & Record<string, unknown>>(
      LIST,
      [team ?? null, cycle ?? null, reviewState ?? null, all, submitted, teams, ...after, limit + 1],
      'team_updates_page',
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return new RawJson(JSON.stringify({ items, nextCursor: last ? cursorOf([last.id]) : null }));
  }

  /** One update with what the reader may do with it. @throws DomainError not_found, also for one that the reader may not know of */
  async get(actor: Actor, id: string): Promise<TeamUpdateDetail> {
    const [row] = await this.database.jsonRows<OneRow & Record<string, unknown>>(
      ONE,
      [id],
      'team_update_one',
    );
    if (!row || !this.access.reads(actor, row.teamKey, row.reviewState)) throw notFound(TEAM_UPDATE);
    const { isLatest, editors, submittedBy, cycleState, ...update } = row;
    const mine = tookPart(actor, [submittedBy, ...editors]);
    const { teamKey, reviewState } = update;
    return {
      ...update,
      actions: this.access.actions(actor, {
        teamKey,
        reviewState,
        isLatest,
        mine,
        open: acceptsUpdates(cycleState),
      }),
    };
  }
}

/** Whether a cursor's values are a place in the list of updates. */
const isPlace = ([id]: (string | number | null)[]): boolean => isUuid(id);
