import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database, newId } from '#platform/database';
import { type Actor, conflict, type FieldProblem, invalidFields, stale } from '#platform/http';
import type { CreateTeam, TeamDto, TeamInput } from './team.dto.js';
import { TEAM } from './team.labels.js';
import { TeamReferences, writtenInRows } from './team-references.js';
import { TeamsQueries } from './teams.queries.js';

/** The teams themselves: who leads, belongs and advises, and what they want to bring about. */
@Injectable()
export class TeamsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(TeamReferences) private readonly references: TeamReferences,
    @Inject(TeamsQueries) private readonly queries: TeamsQueries,
  ) {}

  /** Adds a team. @throws DomainError forbidden, invalid, conflict when there is one of this key */
  create(actor: Actor, { key, ...input }: CreateTeam): Promise<TeamDto> {
    this.access.assertMay(actor, 'team.manage');
    return this.database.transaction(async () => {
      const made = await this.database.execute(
        `INSERT INTO teams (key, name_en, name_es, position, results, conditions, sources) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (key) DO NOTHING`,
        [key, ...columnsOf(input)],
      );
      if (made === 0)
        throw conflict({ en: `There is a team ${key} already.`, es: `Ya existe un equipo ${key}.` });
      await this.replaceParts(key, input);
      const after = await this.queries.get(key);
      await this.audit.record({ action: 'team.create', entity: 'team', entityId: key, after });
      return after;
    });
  }

  /** Brings a team to what is given, whole. @throws DomainError forbidden, not_found, invalid, stale */
  replace(actor: Actor, key: string, version: number, input: TeamInput): Promise<TeamDto> {
    this.access.assertMay(actor, 'team.manage', { teamKey: key, visibility: 'published' }, TEAM);
    return this.database.transaction(async () => {
      const before = await this.queries.get(key);
      const changed = await this.database.execute(
        `UPDATE teams SET name_en = $3, name_es = $4, position = $5, results = $6, conditions = $7, sources = $8, version = version + 1
          WHERE key = $1 AND version = $2`,
        [key, version, ...columnsOf(input)],
      );
      if (changed === 0) throw stale(await this.queries.get(key));
      await this.replaceParts(key, input);
      const after = await this.queries.get(key);
      await this.audit.record({ action: 'team.replace', entity: 'team', entityId: key, before, after });
      return after;
    });
  }

  private async replaceParts(key: string, { leads, members, advisors }: TeamInput): Promise<void> {
    refuseWrongParts({ leads, members });
    await this.references.states([
      ...writtenInRows('leads', leads, 'stateCode'),
      ...writtenInRows('members', members, 'stateCode'),
    ]);
    const institutions = await this.references.institutions([
      ...writtenInRows('leads', leads, 'institutionKey'),
      ...writtenInRows('advisors', advisors, 'institutionKey'),
    ]);
    for (const table of ['team_leads', 'team_members', 'team_advisors'])
      await this.database.execute(`DELETE FROM ${table} WHERE team_key = $1`, [key]);
    await this.database.execute(INSERT_LEADS, [
      key,
      JSON.stringify(
        leads.map((lead) => ({
          ...lead,
          id: newId(),
          institutionId: lead.institutionKey ? institutions.get(lead.institutionKey) : null,
          institutionBasis: lead.institutionBasis ?? 'named',
          sources: lead.sources ?? [],
        })),
      ),
    ]);
    await this.database.execute(INSERT_MEMBERS, [
      key,
      JSON.stringify(
        members.map(({ nameEn, nameEs, ...member }, i) => ({
          ...member,
          nameEn: nameEn || null,
          nameEs: nameEs || null,
          id: newId(),
          position: i + 1,
        })),
      ),
    ]);
    await this.database.execute(INSERT_ADVISORS, [
      key,
      JSON.stringify(
        advisors.map(({ institutionKey, ...advisor }, i) => ({
          ...advisor,
          institutionId: institutions.get(institutionKey),
          position: i + 1,
        })),
      ),
    ]);
  }
}

const INSERT_LEADS = `
  INSERT INTO team_leads (id, team_key, kind, state_code, institution_id, institution_basis, name_en, name_es, from_on, from_precision,
         to_on, to_precision, sources)
  SELECT id, $1, kind, "stateCode", "institutionId", "institutionBasis", "nameEn", "nameEs", "fromOn", "fromPrecision", "toOn", "toPrecision", sources
    FROM jsonb_to_recordset($2) AS r(id uuid, kind text, "stateCode" text, "institutionId" uuid, "institutionBasis" text, "nameEn" text,
         "nameEs" text, "fromOn" date, "fromPrecision" text, "toOn" date, "toPrecision" text, sources text[])`;

const INSERT_MEMBERS = `
  INSERT INTO team_members (id, team_key, kind, state_code, name_en, name_es, since_year, position)
  SELECT id, $1, kind, "stateCode", "nameEn", "nameEs", "sinceYear", position
    FROM jsonb_to_recordset($2) AS r(id uuid, kind text, "stateCode" text, "nameEn" text, "nameEs" text, "sinceYear" smallint, position int)`;

const INSERT_ADVISORS = `
  INSERT INTO team_advisors (team_key, institution_id, role, since_year, position)
  SELECT $1, "institutionId", role, "sinceYear", position
    FROM jsonb_to_recordset($2) AS r("institutionId" uuid, role text, "sinceYear" smallint, position int)
  ON CONFLICT DO NOTHING`;

const columnsOf = (input: TeamInput): unknown[] => [
  input.nameEn,
  input.nameEs,
  input.position,
  JSON.stringify(input.results),
  JSON.stringify(input.conditions),
  input.sources ?? [],
];

/** @throws DomainError invalid with everything that the table would refuse */
function refuseWrongParts({ leads, members }: Pick<TeamInput, 'leads' | 'members'>): void {
  const problems: FieldProblem[] = [];
  leads.forEach((lead, i) => {
    const [toOn, toPrecision] = [lead.toOn ?? null, lead.toPrecision ?? null];
    if ((toOn === null) !== (toPrecision === null))
      problems.push({
        field: `leads[${i}].toPrecision`,
        detail: {
          en: 'Say how exactly the last day is known, and only if there is one.',
          es: 'Indique con qué precisión se conoce el último día, y solo si lo hay.',
        },
      });
    if (toOn !== null && toOn < lead.fromOn)
      problems.push({
        field: `leads[${i}].toOn`,
        detail: {
          en: 'The end cannot come before the beginning.',
          es: 'El final no puede ser anterior al inicio.',
        },
      });
  });
  members.forEach((member, i) => {
    const named = Boolean(member.nameEn) && Boolean(member.nameEs);
    if (member.kind === 'city' ? !named : Boolean(member.nameEn) || Boolean(member.nameEs))
      problems.push({
        field: `members[${i}].nameEn`,
        detail: {
          en: 'A city needs its name in both languages; a State has its own.',
          es: 'Una ciudad necesita su nombre en ambos idiomas; un Estado tiene el suyo.',
        },
      });
  });
  if (problems.length > 0) throw invalidFields(problems);
}
