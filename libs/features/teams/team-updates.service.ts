import { Inject, Injectable } from '@nestjs/common';
import { acceptsUpdates, CyclesService } from '#features/cycles';
import { Database, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  DomainError,
  forbidden,
  invalidFields,
  notFound,
  stale,
} from '#platform/http';
import { Clock } from '#platform/clock';
import { teamUpdateApproved, teamUpdateReturned, teamUpdateSubmitted } from './team.events.js';
import { TEAM } from './team.labels.js';
import { problemsBeforeSubmit } from './team.rules.js';
import { TeamUpdateAccess } from './team-update.access.js';
import { CLOSED, TeamUpdateChanges } from './team-update-changes.js';
import type {
  TeamActivityReportDto,
  CreateTeamUpdate,
  TeamUpdateBody,
  TeamUpdateDetail,
} from './team-update.dto.js';
import { TeamUpdatesQueries } from './team-updates.queries.js';

/** The loop of a team update: drafted, submitted, returned or approved, corrected by a new revision with its reason. */
@Injectable()
export class TeamUpdatesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CyclesService) private readonly cycles: CyclesService,
    @Inject(TeamUpdateAccess) private readonly access: TeamUpdateAccess,
    @Inject(TeamUpdateChanges) private readonly changes: TeamUpdateChanges,
    @Inject(TeamUpdatesQueries) private readonly queries: TeamUpdatesQueries,
  ) {}

  /** Begins a team's update of a cycle. @throws DomainError not_found, forbidden, invalid, conflict */
  createDraft(actor: Actor, { teamKey, cycleKey, ...body }: CreateTeamUpdate): Promise<TeamUpdateDetail> {
    return this.database.transaction(async () => {
      if (!(await this.database.one('SELECT FROM teams WHERE key = $1', [teamKey]))) throw notFound(TEAM);
      if (!this.access.writes(actor, teamKey)) throw forbidden(NOT_YOURS);
      const cycle = await this.cycles.get(cycleKey);
      if (!acceptsUpdates(cycle.state)) throw conflict(CLOSED);
      const id = newId();
      const made = await this.database.execute(
        `INSERT INTO team_updates (id, team_key, cycle_id, author_id, created_at, updated_at, summary_en, summary_es, challenges_en, challenges_es,
                next_steps_en, next_steps_es)
         VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT ON CONSTRAINT team_updates_cycle_team_revision DO NOTHING`,
        [id, teamKey, cycle.id, actor.userId, this.clock.now(), ...contentOf(body)],
      );
      if (made === 0) throw conflict(EXISTS);
      await this.report(id, { teamKey, year: cycle.year }, body.activities);
      await this.changes.record('team_update.create', id, { after: { teamKey, cycleKey, ...body } });
      return this.queries.get(actor, id);
    });
  }

  /** Saves a draft or a returned update, whole. @throws DomainError stale with both versions, conflict, forbidden, invalid */
  save(actor: Actor, id: string, version: number, body: TeamUpdateBody): Promise<TeamUpdateDetail> {
    return this.database.transaction(async () => {
      const before = await this.changes.take('save', actor, id);
      if (before.version !== version) {
        const refusal = stale(await this.queries.get(actor, id));
        throw new DomainError(refusal.code, refusal.detail, [], { ...refusal.extra, yours: body });
      }
      await this.database.execute(
        `UPDATE team_updates SET summary_en = $3, summary_es = $4, challenges_en = $5, challenges_es = $6, next_steps_en = $7, next_steps_es = $8,
                updated_at = $2, version = version + 1
          WHERE id = $1`,
        [id, this.clock.now(), ...contentOf(body)],
      );
      await this.report(id, before, body.activities);
      await this.changes.record('team_update.save', id, { after: body });
      return this.queries.get(actor, id);
    });
  }

  /** Hands an update to the reviewer. @throws DomainError invalid with what is missing, conflict, forbidden */
  submit(actor: Actor, id: string): Promise<TeamUpdateDetail> {
    return this.database.transaction(async () => {
      const update = await this.changes.take('submit', actor, id);
      const problems = problemsBeforeSubmit(update);
      if (problems.length > 0) throw invalidFields(problems);
      await this.changes.move(actor, update, {
        action: 'submit',
        to: 'submitted',
        news: teamUpdateSubmitted,
      });
      return this.queries.get(actor, id);
    });
  }

  /** Gives a submitted update back. @throws DomainError invalid without a reason, conflict, forbidden */
  returnForChanges(actor: Actor, id: string, reason: string): Promise<TeamUpdateDetail> {
    return this.database.transaction(async () => {
      const update = await this.changes.take('returnForChanges', actor, id, reason);
      await this.changes.move(actor, update, {
        action: 'returnForChanges',
        to: 'returned',
        news: teamUpdateReturned,
        reason,
      });
      return this.queries.get(actor, id);
    });
  }

  /**
   * Approves and so locks an update, never one's own; the workplan then shows what it says, unless a later cycle's approved
   * update says otherwise. @throws DomainError forbidden, conflict
   */
  approve(actor: Actor, id: string): Promise<TeamUpdateDetail> {
    return this.database.transaction(async () => {
      const update = await this.changes.take('approve', actor, id);
      if (actor.userId !== null && [update.submittedBy, update.authorId].includes(actor.userId))
        throw forbidden(OWN);
      // What corrects a cycle that is public already is public at once.
      const to = update.cycleState === 'published' ? 'published' : 'approved';
      await this.changes.move(actor, update, { action: 'approve', to, news: teamUpdateApproved });
      await this.database.execute(SHOW_IN_WORKPLAN, [id, update.cycleId, this.clock.now()]);
      return this.queries.get(actor, id);
    });
  }

  /** Begins the correction of an approved update as its next revision. @throws DomainError invalid without a reason, conflict, forbidden */
  startRevision(actor: Actor, id: string, reason: string): Promise<TeamUpdateDetail> {
    return this.database.transaction(async () => {
      await this.changes.take('startRevision', actor, id, reason);
      const next = newId();
      await this.database.execute('UPDATE team_updates SET is_latest = false WHERE id = $1', [id]);
      await this.database.execute(NEXT_REVISION, [id, next, reason.trim(), actor.userId, this.clock.now()]);
      await this.database.execute(
        `INSERT INTO team_update_activities (update_id, activity_id, status, percent, note_en, note_es, illustrative)
         SELECT $2, activity_id, status, percent, note_en, note_es, illustrative FROM team_update_activities WHERE update_id = $1`,
        [id, next],
      );
      await this.changes.record('team_update.start_revision', next, { before: { updateId: id }, reason });
      return this.queries.get(actor, next);
    });
  }

  /** Makes every approved team update of a cycle public. Safe to repeat. @returns how many */
  publish(cycleId: string): Promise<number> {
    return this.database.execute(
      `UPDATE team_updates SET review_state = 'published', version = version + 1 WHERE cycle_id = $1 AND review_state = 'approved'`,
      [cycleId],
    );
  }

  /** Replaces what an update says of activities. @throws DomainError invalid for activities of other workplans, or named twice */
  private async report(
    id: string,
    { teamKey, year }: { teamKey: string; year: number },
    activities: TeamActivityReportDto[],
  ): Promise<void> {
    await this.database.execute('DELETE FROM team_update_activities WHERE update_id = $1', [id]);
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM team_activities WHERE team_key = $1 AND year = $2',
      [teamKey, year],
    );
    const open = new Set(rows.map((row) => row.id));
    const problems = activities.flatMap(({ activityId }, i) =>
      open.delete(activityId) ? [] : [{ field: `activities[${i}].activityId`, detail: NOT_IN_WORKPLAN }],
    );
    if (problems.length > 0) throw invalidFields(problems);
    await this.database.execute(
      `INSERT INTO team_update_activities (update_id, activity_id, status, percent, note_en, note_es, illustrative)
       SELECT $1, "activityId", status, percent, "noteEn", "noteEs", coalesce(illustrative, false)
         FROM jsonb_to_recordset($2) AS r("activityId" uuid, status text, percent numeric, "noteEn" text, "noteEs" text, illustrative boolean)`,
      [id, JSON.stringify(activities)],
    );
  }
}

/** $1 update, $2 its cycle, $3 now. */
const SHOW_IN_WORKPLAN = `
  UPDATE team_activities a SET status = r.status, status_illustrative = r.illustrative, updated_at = $3, version = a.version + 1
    FROM team_update_activities r
   WHERE r.update_id = $1 AND a.id = r.activity_id AND (a.status, a.status_illustrative) IS DISTINCT FROM (r.status, r.illustrative)
     AND NOT EXISTS (SELECT FROM team_update_activities later JOIN team_updates u ON u.id = later.update_id
                       JOIN cycles cy ON cy.id = u.cycle_id JOIN cycles this ON this.id = $2
                      WHERE later.activity_id = a.id AND u.review_state IN ('approved', 'published') AND cy.facts_to > this.facts_to)`;

const NEXT_REVISION = `
  INSERT INTO team_updates (id, team_key, cycle_id, revision, revision_reason, author_id, created_at, updated_at, summary_en, summary_es,
         challenges_en, challenges_es, next_steps_en, next_steps_es)
  SELECT $2, team_key, cycle_id, revision + 1, $3, $4, $5, $5, summary_en, summary_es, challenges_en, challenges_es, next_steps_en, next_steps_es
    FROM team_updates WHERE id = $1`;

const contentOf = (body: TeamUpdateBody): unknown[] => [
  ...[body.summaryEn ?? null, body.summaryEs ?? null, body.challengesEn ?? null, body.challengesEs ?? null],
  ...[body.nextStepsEn ?? null, body.nextStepsEs ?? null],
];

const NOT_YOURS: Bilingual = {
  en: 'Only who leads the team may write its update.',
  es: 'Solo quien lidera el equipo puede redactar su actualización.',
};
const EXISTS: Bilingual = {
  en: 'The team has an update in this cycle already. Continue that one.',
  es: 'El equipo ya tiene una actualización en este ciclo. Continúe con esa.',
};
const OWN: Bilingual = {
  en: 'Nobody approves an update of their own. Ask somebody else of the Secretariat or the Presidency.',
  es: 'Nadie aprueba una actualización propia. Pida a otra persona de la Secretaría o de la Presidencia que la revise.',
};
const NOT_IN_WORKPLAN: Bilingual = {
  en: 'must be an activity of the team’s workplan of this year, named once',
  es: 'debe ser una actividad del plan de trabajo del equipo de este año, mencionada una sola vez',
};
