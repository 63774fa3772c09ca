import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Database, newId } from '#platform/database';
import { type Actor, type FieldProblem, invalidFields, stale } from '#platform/http';
import { TeamAccess } from './team.access.js';
import { TeamReferences, writtenInRows } from './team-references.js';
import type {
  TeamAttendeeDto,
  CreateTeamProduct,
  CreateTeamSession,
  TeamProductDto,
  TeamProductInput,
  TeamSessionDto,
  TeamSessionInput,
} from './team-records.dto.js';
import { TeamWorkQueries } from './team-work.queries.js';
import { refuseWrongDate } from './workplans.service.js';

/** What teams leave behind: sessions with agenda and attendance, and products. */
@Injectable()
export class TeamRecordsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(TeamAccess) private readonly access: TeamAccess,
    @Inject(TeamReferences) private readonly references: TeamReferences,
    @Inject(TeamWorkQueries) private readonly work: TeamWorkQueries,
  ) {}

  /** @throws DomainError forbidden, not_found, invalid */
  createSession(actor: Actor, { teamKey, year, ...input }: CreateTeamSession): Promise<TeamSessionDto> {
    this.access.assertWorks(actor, teamKey);
    refuseWrongDate(input);
    return this.database.transaction(async () => {
      await this.references.team(teamKey);
      const id = newId();
      await this.database.execute(
        `INSERT INTO team_sessions (id, team_key, year, starts_on, date_precision, ends_on, title_en, title_es, place_en, place_es, agenda, sources)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [id, teamKey, year, ...sessionColumns(input)],
      );
      await this.attend(id, input.attendance);
      const after = await this.work.session(id);
      await this.audit.record({ action: 'team_session.create', entity: 'team_session', entityId: id, after });
      return after;
    });
  }

  /** Brings a session to what is given, whole. @throws DomainError forbidden, not_found, invalid, stale */
  changeSession(actor: Actor, id: string, version: number, input: TeamSessionInput): Promise<TeamSessionDto> {
    return this.database.transaction(async () => {
      const before = await this.work.session(id);
      this.access.assertWorks(actor, before.teamKey);
      refuseWrongDate(input);
      const changed = await this.database.execute(
        `UPDATE team_sessions SET starts_on = $3, date_precision = $4, ends_on = $5, title_en = $6, title_es = $7, place_en = $8, place_es = $9,
                agenda = $10, sources = $11, version = version + 1
          WHERE id = $1 AND version = $2`,
        [id, version, ...sessionColumns(input)],
      );
      if (changed === 0) throw stale(await this.work.session(id));
      await this.attend(id, input.attendance);
      const after = await this.work.session(id);
      await this.audit.record({
        action: 'team_session.change',
        entity: 'team_session',
        entityId: id,
        before,
        after,
      });
      return after;
    });
  }

  /** @throws DomainError forbidden, not_found */
  createProduct(actor: Actor, { teamKey, year, ...input }: CreateTeamProduct): Promise<TeamProductDto> {
    this.access.assertWorks(actor, teamKey);
    return this.database.transaction(async () => {
      await this.references.team(teamKey);
      const id = newId();
      await this.database.execute(
        `INSERT INTO team_products (id, team_key, year, position, title_en, title_es, url, sources)
         VALUES ($1, $2, $3, (SELECT coalesce(max(position), 0) + 1 FROM team_products WHERE team_key = $2 AND year = $3), $4, $5, $6, $7)`,
        [id, teamKey, year, ...productColumns(input)],
      );
      const after = await this.work.product(id);
      await this.audit.record({ action: 'team_product.create', entity: 'team_product', entityId: id, after });
      return after;
    });
  }

  /** @throws DomainError forbidden, not_found, stale */
  changeProduct(actor: Actor, id: string, version: number, input: TeamProductInput): Promise<TeamProductDto> {
    return this.database.transaction(async () => {
      const before = await this.work.product(id);
      this.access.assertWorks(actor, before.teamKey);
      const changed = await this.database.execute(
        `UPDATE team_products SET title_en = $3, title_es = $4, url = $5, sources = $6, version = version + 1
          WHERE id = $1 AND version = $2`,
        [id, version, ...productColumns(input)],
      );
      const after = await this.work.product(id);
      if (changed === 0) throw stale(after);
      await this.audit.record({
        action: 'team_product.change',
        entity: 'team_product',
        entityId: id,
        before,
        after,
      });
      return after;
    });
  }

  private async attend(sessionId: string, attendance: TeamAttendeeDto[]): Promise<void> {
    refuseNobody(attendance);
    await this.references.states(writtenInRows('attendance', attendance, 'stateCode'));
    const institutions = await this.references.institutions(
      writtenInRows('attendance', attendance, 'institutionKey'),
    );
    await this.database.execute('DELETE FROM team_session_attendees WHERE session_id = $1', [sessionId]);
    const rows = attendance.map(({ institutionKey, nameEn, nameEs, ...rest }, i) => ({
      ...rest,
      nameEn: nameEn || null,
      nameEs: nameEs || null,
      institutionId: institutionKey ? institutions.get(institutionKey) : null,
      position: i + 1,
    }));
    await this.database.execute(
      `INSERT INTO team_session_attendees (session_id, position, state_code, institution_id, name_en, name_es, people)
       SELECT $1, position, "stateCode", "institutionId", "nameEn", "nameEs", people
         FROM jsonb_to_recordset($2) AS r(position int, "stateCode" text, "institutionId" uuid, "nameEn" text, "nameEs" text, people int)`,
      [sessionId, JSON.stringify(rows)],
    );
  }
}

const sessionColumns = (input: TeamSessionInput): unknown[] => [
  ...[input.startsOn ?? null, input.datePrecision, input.endsOn ?? null],
  ...[input.titleEn, input.titleEs, input.placeEn ?? null, input.placeEs ?? null],
  ...[JSON.stringify(input.agenda), input.sources ?? []],
];

const productColumns = (input: TeamProductInput): unknown[] => [
  ...[input.titleEn, input.titleEs, input.url ?? null, input.sources ?? []],
];

/** @throws DomainError invalid */
function refuseNobody(attendance: readonly TeamAttendeeDto[]): void {
  const problems = attendance.flatMap(({ stateCode, institutionKey, nameEn, nameEs }, i): FieldProblem[] => {
    const named = Boolean(nameEn) && Boolean(nameEs);
    if (Boolean(nameEn) === Boolean(nameEs) && (named || stateCode || institutionKey)) return [];
    return [
      {
        field: `attendance[${i}].nameEn`,
        detail: {
          en: 'Say who came: a State, an institution, or a name in both languages.',
          es: 'Indique quién asistió: un Estado, una institución o un nombre en ambos idiomas.',
        },
      },
    ];
  });
  if (problems.length > 0) throw invalidFields(problems);
}
