import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, type Bilingual, forbidden, invalid, invalidFields, stale } from '#platform/http';
import { Outbox } from '#platform/outbox';
import type { TeamYearDto, TeamYearInput } from './team.dto.js';
import { TeamAccess } from './team.access.js';
import { teamWorkplanChanged } from './team.events.js';
import { dateProblems } from './team.rules.js';
import { TeamReferences, writtenIn } from './team-references.js';
import type { TeamActivityDto, TeamActivityInput, CreateTeamActivity } from './team-work.dto.js';
import { TeamWorkQueries } from './team-work.queries.js';
import { TeamsQueries } from './teams.queries.js';

/** What teams set out to do in a year: objective, next steps and the activities of the workplan. */
@Injectable()
export class WorkplansService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(TeamAccess) private readonly access: TeamAccess,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(TeamReferences) private readonly references: TeamReferences,
    @Inject(TeamsQueries) private readonly teams: TeamsQueries,
    @Inject(TeamWorkQueries) private readonly work: TeamWorkQueries,
  ) {}

  /**
   * Writes what a team sets out for a year.
   * @param version the one that the caller saw; 0 when nothing was written yet
   * @throws DomainError forbidden, not_found, stale
   */
  putYear(
    actor: Actor,
    key: string,
    year: number,
    version: number,
    input: TeamYearInput,
  ): Promise<TeamYearDto> {
    this.access.assertWorks(actor, key);
    return this.database.transaction(async () => {
      const before = await this.teams.year(key, year);
      const values = [
        ...[key, year, input.objectiveEn ?? null, input.objectiveEs ?? null],
        ...[JSON.stringify(input.nextSteps), JSON.stringify(input.notes), input.sources ?? [], version],
      ];
      const changed = await this.database.execute(version === 0 ? INSERT_YEAR : UPDATE_YEAR, values);
      const after = await this.teams.year(key, year);
      if (changed === 0) throw stale(after);
      await this.audit.record({ action: 'team_year.put', entity: 'team', entityId: key, before, after });
      return after;
    });
  }

  /** Adds an activity to a workplan. @throws DomainError forbidden, not_found, invalid */
  createActivity(actor: Actor, { teamKey, year, ...input }: CreateTeamActivity): Promise<TeamActivityDto> {
    this.access.assertWorks(actor, teamKey);
    this.assertMayState(actor, input);
    refuseWrongDate(input);
    return this.database.transaction(async () => {
      await this.references.team(teamKey);
      const id = newId();
      await this.database.execute(
        `INSERT INTO team_activities (id, team_key, year, position, starts_on, date_precision, ends_on, text_en, text_es, output_en, output_es,
                sources, status, status_illustrative, updated_at)
         VALUES ($1, $2, $3, coalesce($4, (SELECT coalesce(max(position), 0) + 1 FROM team_activities WHERE team_key = $2 AND year = $3)),
                $5, $6, $7, $8, $9, $10, $11, $12, coalesce($13, 'planned'), coalesce($14, false), $15)`,
        [id, teamKey, year, input.position ?? null, ...columnsOf(input), this.clock.now()],
      );
      await this.link(id, input);
      return this.told(actor, 'team_activity.create', id);
    });
  }

  /** Brings an activity to what is given, whole. @throws DomainError forbidden, not_found, invalid, stale */
  changeActivity(
    actor: Actor,
    id: string,
    version: number,
    input: TeamActivityInput,
  ): Promise<TeamActivityDto> {
    return this.database.transaction(async () => {
      const before = await this.work.activity(actor, id);
      this.access.assertWorks(actor, before.teamKey);
      this.assertMayState(actor, input);
      refuseWrongDate(input);
      refuseOtherStatus(before, input);
      const changed = await this.database.execute(
        `UPDATE team_activities SET position = coalesce($3, position), starts_on = $4, date_precision = $5, ends_on = $6, text_en = $7, text_es = $8,
                output_en = $9, output_es = $10, sources = $11, status = coalesce($12, status),
                status_illustrative = coalesce($13, status_illustrative), updated_at = $14, version = version + 1
          WHERE id = $1 AND version = $2`,
        [
          id,
          version,
          input.position ?? null,
          ...columnsOf(before.statusCycle ? unstated(input) : input),
          this.clock.now(),
        ],
      );
      if (changed === 0) throw stale(await this.work.activity(actor, id));
      await this.link(id, input);
      return this.told(actor, 'team_activity.change', id, before);
    });
  }

  private async link(
    id: string,
    { supportedBy = [], commitments = [], pledges = [] }: TeamActivityInput,
  ): Promise<void> {
    const institutions = await this.references.institutions(writtenIn('supportedBy', supportedBy));
    const served = await this.references.commitments(writtenIn('commitments', commitments));
    const pledged = await this.references.pledges(writtenIn('pledges', pledges));
    await this.database.execute('DELETE FROM team_activity_supporters WHERE activity_id = $1', [id]);
    await this.database.execute('DELETE FROM team_activity_commitments WHERE activity_id = $1', [id]);
    const supporters = [...new Set(supportedBy)].flatMap((key) => institutions.get(key) ?? []);
    await this.database.execute(
      `INSERT INTO team_activity_supporters (activity_id, institution_id, position)
       SELECT $1, s.id, s.position FROM unnest($2::uuid[]) WITH ORDINALITY AS s(id, position)`,
      [id, supporters],
    );
    await this.database.execute(
      'INSERT INTO team_activity_commitments (activity_id, commitment_id) SELECT $1, unnest($2::uuid[])',
      [id, [...served.values()]],
    );
    await this.database.execute('DELETE FROM team_activity_pledges WHERE activity_id = $1', [id]);
    await this.database.execute(
      'INSERT INTO team_activity_pledges (activity_id, pledge_id) SELECT $1, unnest($2::uuid[])',
      [id, [...pledged.values()]],
    );
  }

  private async told(
    actor: Actor,
    action: string,
    id: string,
    before?: TeamActivityDto,
  ): Promise<TeamActivityDto> {
    const after = await this.work.activity(actor, id);
    await this.audit.record({ action, entity: 'team_activity', entityId: id, before, after });
    if (!before) await this.outbox.publish(teamWorkplanChanged, { teamKey: after.teamKey, year: after.year });
    return after;
  }

  /** A team tells the status of an activity in its update, which somebody else approves. */
  private assertMayState(actor: Actor, { status, statusIllustrative }: TeamActivityInput): void {
    const states = status !== undefined || statusIllustrative !== undefined;
    if (states && !this.access.reviews(actor)) throw forbidden(STATUS_BY_UPDATE);
  }
}

const INSERT_YEAR = `
  INSERT INTO team_years (team_key, year, objective_en, objective_es, next_steps, notes, sources, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::int + 1)
  ON CONFLICT (team_key, year) DO NOTHING`;

const UPDATE_YEAR = `
  UPDATE team_years SET objective_en = $3, objective_es = $4, next_steps = $5, notes = $6, sources = $7, version = version + 1
   WHERE team_key = $1 AND year = $2 AND version = $8`;

const columnsOf = (input: TeamActivityInput): unknown[] => [
  ...[input.startsOn ?? null, input.datePrecision, input.endsOn ?? null],
  ...[input.textEn, input.textEs, input.outputEn ?? null, input.outputEs ?? null, input.sources ?? []],
  ...[input.status ?? null, input.statusIllustrative ?? null],
];

/** @throws DomainError invalid */
export function refuseWrongDate({
  startsOn,
  datePrecision,
  endsOn,
}: Pick<TeamActivityInput, 'startsOn' | 'datePrecision' | 'endsOn'>): void {
  const problems = dateProblems({ startsOn: startsOn ?? null, datePrecision, endsOn: endsOn ?? null });
  if (problems.length > 0) throw invalidFields(problems);
}

/** Once an approved update names an activity, only a team's updates say where it stands. @throws DomainError invalid */
function refuseOtherStatus(before: TeamActivityDto, input: TeamActivityInput): void {
  const same =
    (input.status ?? before.status) === before.status &&
    (input.statusIllustrative ?? before.statusIllustrative) === before.statusIllustrative;
  if (before.statusCycle !== null && !same) throw invalid('status', SAID_BY_UPDATE);
}

const unstated = (input: TeamActivityInput): TeamActivityInput => ({
  ...input,
  status: undefined,
  statusIllustrative: undefined,
});

const SAID_BY_UPDATE: Bilingual = {
  en: 'An approved update of the team says where this activity stands. Correct it there, by a revision.',
  es: 'Una actualización aprobada del equipo indica el estado de esta actividad. Corríjalo allí, con una revisión.',
};
const STATUS_BY_UPDATE: Bilingual = {
  en: 'A team tells where its activities stand in its update of a cycle, which is then reviewed.',
  es: 'El equipo informa el estado de sus actividades en su actualización del ciclo, que luego se revisa.',
};
