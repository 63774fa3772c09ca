import { Inject, Injectable } from '@nestjs/common';
import { tookPart } from '#features/identity';
import { acceptsUpdates, CyclesService } from '#features/cycles';
import { Database, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  DomainError,
  forbidden,
  invalidFields,
  stale,
} from '#platform/http';
import { Clock } from '#platform/clock';
import { teamUpdateApproved, teamUpdateReturned, teamUpdateSubmitted } from './team.events.js';
import { problemsBeforeSubmit } from './team.rules.js';
import { TeamReferences } from './team-references.js';
import { TeamAccess } from './team.access.js';
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
    @Inject(TeamReferences) private readonly references: TeamReferences,
    @Inject(TeamAccess) private readonly access: TeamAccess,
    @Inject(TeamUpdateChanges) private readonly changes: TeamUpdateChanges,
    @Inject(TeamUpdatesQueries) private readonly queries: TeamUpdatesQueries,
  ) {}

  /** Begins a team's update of a cycle. @throws DomainError not_found, forbidden, invalid, conflict */
  createDraft(actor: Actor, { teamKey, cycleKey, ...body }: CreateTeamUpdate): Promise<TeamUpdateDetail> {
    return this.database.transaction(async () => {
      await this.references.team(teamKey);
      if (!this.access.writes(actor, teamKey)) throw forbidden(NOT_YOURS);
      const cycle = await this.cycles.get(cycleKey);
      if (!acceptsUpdates(cycle.state)) throw conflict(CLOSED);
      const id = newId();
      const made = await this.database.execute(
        `INSERT INTO team_updates (id, team_key, cycle_id, author_id, editors, created_at, updated_at, summary_en, summary_es, challenges_en,
                challenges_es, next_steps_en, next_steps_es)
         VALUES ($1, $2, $3, $4, array_remove(ARRAY[$4::uuid], NULL), $5, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT ON CONSTRAINT team_updates_cycle_team_revision DO NOTHING`,
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
                updated_at = $2, version = version + 1, editors = array_remove(array_remove(editors, $9) || $9::uuid, NULL)
          WHERE id = $1`,
        [id, this.clock.now(), ...contentOf(body), actor.userId],
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
   * Approves and so locks an update, never one that one wrote in. Who reads the team's drafts sees in the workplan what it says;
   * everybody else once its cycle is published. @throws DomainError forbidden, conflict
   */
  approve(actor: Actor, id: string): Promise<TeamUpdateDetail> {
    return this.database.transaction(async () => {
      const update = await this.changes.take('approve', actor, id);
      if (tookPart(actor, [update.submittedBy, ...update.editors])) throw forbidden(OWN);
      await this.changes.move(actor, update, { action: 'approve', to: 'approved', news: teamUpdateApproved });
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

const NEXT_REVISION = `
  INSERT INTO team_updates (id, team_key, cycle_id, revision, revision_reason, author_id, editors, created_at, updated_at, summary_en, summary_es,
         challenges_en, challenges_es, next_steps_en, next_steps_es)
  SELECT $2, team_key, cycle_id, revision + 1, $3, $4, array_remove(ARRAY[$4::uuid], NULL), $5, $5, summary_en, summary_es, challenges_en, challenges_es, next_steps_en, next_steps_es
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
  en: 'Nobody approves an update that they wrote in. Ask somebody else of the Secretariat or the Presidency.',
  es: 'Nadie aprueba una actualización en la que escribió. Pida a otra persona de la Secretaría o de la Presidencia que la revise.',
};
const NOT_IN_WORKPLAN: Bilingual = {
  en: 'must be an activity of the team’s workplan of this year, named once',
  es: 'debe ser una actividad del plan de trabajo del equipo de este año, mencionada una sola vez',
};
