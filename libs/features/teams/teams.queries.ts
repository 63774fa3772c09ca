import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, notFound, RawJson } from '#platform/http';
import { standingForReader, STATUS } from './activity-standing.js';
import type { TeamDto, TeamYearDto } from './team.dto.js';
import { TEAM } from './team.labels.js';
import { TeamAccess } from './team.access.js';

const counted = (status: string): string => `count(*) FILTER (WHERE ${STATUS} = '${status}')`;

/** Counts of activities `a` by where they stand, as pairs for `json_build_object`. */
const COUNTS = `'activities', count(a.id), 'planned', ${counted('planned')}, 'inProgress', ${counted('in_progress')},
  'done', ${counted('done')}, 'postponed', ${counted('postponed')}, 'cancelled', ${counted('cancelled')}`;

/** $1 year, $2 and $3 reach. */
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
      FROM teams t LEFT JOIN team_activities a ON a.team_key = t.key AND a.year = $1 ${standingForReader('$2', '$3')}
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
           'advisors', (SELECT coalesce(json_agg(json_build_object('institutionKey', i.key, 'role', d.role, 'sinceYear', d.since_year) ORDER BY d.position), '[]')
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
    @Inject(TeamAccess) private readonly access: TeamAccess,
  ) {}

  /** Every team with who leads it in a year and where that year's workplan stands for the reader. */
  async list(actor: Actor, year?: number): Promise<RawJson> {
    const { submitted, teams } = this.access.reach(actor);
    const row = await this.database.one<{ json: string }>(
      LIST,
      [year ?? this.clock.now().getUTCFullYear(), submitted, teams],
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
