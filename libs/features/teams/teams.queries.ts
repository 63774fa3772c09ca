import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { notFound, RawJson } from '#platform/http';
import type { TeamDto, TeamYearDto } from './team.dto.js';
import { TEAM } from './team.labels.js';

/** Counts of activities by status, as pairs for `json_build_object`. `a` is the alias of the activities. */
const COUNTS = `'activities', count(a.id), 'planned', count(*) FILTER (WHERE a.status = 'planned'),
  'inProgress', count(*) FILTER (WHERE a.status = 'in_progress'), 'done', count(*) FILTER (WHERE a.status = 'done'),
  'postponed', count(*) FILTER (WHERE a.status = 'postponed'), 'cancelled', count(*) FILTER (WHERE a.status = 'cancelled')`;

/** $1 year. */
const LIST = `
  SELECT coalesce(json_agg(x.body ORDER BY x.position, x.key), '[]')::text AS json FROM (
    SELECT t.position, t.key, json_build_object('key', t.key, 'nameEn', t.name_en, 'nameEs', t.name_es,
             'leads', (SELECT coalesce(json_agg(json_build_object('kind', l.kind, 'stateCode', l.state_code, 'nameEn', l.name_en, 'nameEs', l.name_es)
                                ORDER BY l.from_on, l.id), '[]')
                         FROM team_leads l WHERE l.team_key = t.key
                          AND l.from_on <= make_date($1, 12, 31) AND (l.to_on IS NULL OR l.to_on >= make_date($1, 1, 1))),
             'states', (SELECT count(*) FROM team_members m WHERE m.team_key = t.key AND m.kind = 'state'),
             'cities', (SELECT count(*) FROM team_members m WHERE m.team_key = t.key AND m.kind = 'city'),
             ${COUNTS}) AS body
      FROM teams t LEFT JOIN team_activities a ON a.team_key = t.key AND a.year = $1
     GROUP BY t.key) x`;

const ONE = `
  SELECT json_build_object('key', t.key, 'nameEn', t.name_en, 'nameEs', t.name_es, 'position', t.position,
           'results', t.results, 'conditions', t.conditions, 'sources', t.sources, 'version', t.version,
           'leads', (SELECT coalesce(json_agg(json_build_object('kind', l.kind, 'stateCode', l.state_code, 'institutionKey', i.key,
                        'institutionBasis', l.institution_basis, 'nameEn', l.name_en, 'nameEs', l.name_es, 'fromOn', l.from_on,
                        'fromPrecision', l.from_precision, 'toOn', l.to_on, 'toPrecision', l.to_precision, 'sources', l.sources)
                        ORDER BY l.from_on, l.id), '[]')
                       FROM team_leads l LEFT JOIN institutions i ON i.id = l.institution_id WHERE l.team_key = t.key),
           'members', (SELECT coalesce(json_agg(json_build_object('kind', m.kind, 'stateCode', m.state_code, 'nameEn', m.name_en,
                          'nameEs', m.name_es, 'sinceYear', m.since_year) ORDER BY m.position), '[]')
                         FROM team_members m WHERE m.team_key = t.key),
           'advisors', (SELECT coalesce(json_agg(json_build_object('institutionKey', i.key, 'role', d.role) ORDER BY d.position), '[]')
                          FROM team_advisors d JOIN institutions i ON i.id = d.institution_id WHERE d.team_key = t.key)) AS body
    FROM teams t WHERE t.key = $1`;

const YEAR = `
  SELECT t.key AS "teamKey", $2::int AS year, y.objective_en AS "objectiveEn", y.objective_es AS "objectiveEs",
         coalesce(y.next_steps, '[]') AS "nextSteps", coalesce(y.notes, '[]') AS notes, coalesce(y.sources, '{}') AS sources,
         coalesce(y.version, 0) AS version
    FROM teams t LEFT JOIN team_years y ON y.team_key = t.key AND y.year = $2 WHERE t.key = $1`;

/** Teams as lists and pages show them. */
@Injectable()
export class TeamsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Every team with who leads it in a year and where that year's workplan stands. */
  async list(year?: number): Promise<RawJson> {
    const row = await this.database.one<{ json: string }>(
      LIST,
      [year ?? this.clock.now().getUTCFullYear()],
      'teams_list',
    );
    return new RawJson(row?.json ?? '[]');
  }

  /** One team whole. @throws DomainError not_found */
  async get(key: string): Promise<TeamDto> {
    const row = await this.database.one<{ body: TeamDto }>(ONE, [key], 'team_one');
    if (!row) throw notFound(TEAM);
    return row.body;
  }

  /** What a team set out for a year; version 0 while nothing was written. @throws DomainError not_found */
  async year(key: string, year: number): Promise<TeamYearDto> {
    const found = await this.database.one<TeamYearDto & Record<string, unknown>>(
      YEAR,
      [key, year],
      'team_year',
    );
    if (!found) throw notFound(TEAM);
    return found;
  }
}
