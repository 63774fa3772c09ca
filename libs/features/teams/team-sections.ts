import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { ILLUSTRATIVE, standingInCycle, STATUS } from './activity-standing.js';
import { type ActivityReport, tallyWorkplan } from './team.rules.js';

/** One part of what a year's report tells, in the shape that its parts read. */
export interface TeamSection {
  id: 'teams' | 'team_leads';
  content: unknown;
}

/** What rows say of a team in a year; only what is approved. */
interface TeamRow extends Record<string, unknown> {
  activities: { id: string }[];
  said: { cycleKey: string; reports: ActivityReport[] } | null;
}

/** Tells snapshots what the teams did in a year, as it stood at the end of a cycle: updates count once approved, published or not. */
@Injectable()
export class TeamSections {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Nothing for a year in which no team had a workplan. @param cycleKey the cycle of that year that is frozen */
  async sectionsOf(year: number, cycleKey: string): Promise<TeamSection[]> {
    const rows = await this.database.query<{ body: TeamRow }>(TEAMS, [year, cycleKey], 'team_section');
    if (rows.length === 0) return [];
    const leads = await this.database.query(LEADS, [year], 'team_leads_section');
    return [
      { id: 'teams', content: rows.map(({ body }) => teamOf(body)) },
      { id: 'team_leads', content: leads },
    ];
  }
}

/** The shape of a team in a section, without ids of rows. */
function teamOf({ activities, said, ...team }: TeamRow): object {
  const ids = activities.map(({ id }) => id);
  return {
    ...team,
    activities2024: activities.map(withoutId),
    workplan: said === null ? null : { cycleKey: said.cycleKey, ...tallyWorkplan(ids, said.reports) },
  };
}

const withoutId = (activity: { id?: string }): object => {
  const told = { ...activity };
  delete told.id;
  return told;
};

const BOTH = (alias: string, name: string): string =>
  `CASE WHEN ${alias}.${name}_en IS NULL AND ${alias}.${name}_es IS NULL THEN NULL
        ELSE json_build_object('en', ${alias}.${name}_en, 'es', ${alias}.${name}_es) END`;

/** Some members are named after 2024, whose report introduced them; they hold the year asked for. $1 year, $2 cycle. */
const TEAMS = `
  SELECT json_build_object('key', t.key, 'name', json_build_object('en', t.name_en, 'es', t.name_es),
    'leads2024', (SELECT coalesce(json_agg(json_build_object('kind', l.kind, 'stateCode', l.state_code, 'institutionKey', i.key,
                    'name', ${BOTH('l', 'name')}, 'institutionBasis', l.institution_basis) ORDER BY l.from_on, l.name_en), '[]')
                    FROM team_leads l LEFT JOIN institutions i ON i.id = l.institution_id
                   WHERE l.team_key = t.key AND l.from_on <= make_date($1, 12, 31) AND (l.to_on IS NULL OR l.to_on >= make_date($1, 1, 1))),
    'memberStates', (SELECT coalesce(json_agg(m.state_code ORDER BY m.position), '[]') FROM team_members m WHERE m.team_key = t.key AND m.kind = 'state'),
    'memberCities', (SELECT coalesce(json_agg(json_build_object('stateCode', m.state_code, 'name', ${BOTH('m', 'name')},
                       'newIn2024', m.since_year IS NOT DISTINCT FROM $1::smallint) ORDER BY m.position), '[]')
                       FROM team_members m WHERE m.team_key = t.key AND m.kind = 'city'),
    'activities', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'heldOn', a.starts_on, 'endedOn', a.ends_on, 'precision', a.date_precision,
                     'text', ${BOTH('a', 'text')}, 'output', ${BOTH('a', 'output')}, 'status', ${STATUS}, 'statusIllustrative', ${ILLUSTRATIVE},
                     'supportedBy', (SELECT coalesce(json_agg(i.key ORDER BY s.position), '[]') FROM team_activity_supporters s
                                       JOIN institutions i ON i.id = s.institution_id WHERE s.activity_id = a.id),
                     'commitments', (SELECT coalesce(json_agg(c.code ORDER BY c.code), '[]') FROM team_activity_commitments k
                                       JOIN commitments c ON c.id = k.commitment_id WHERE k.activity_id = a.id)) ORDER BY a.position, a.id), '[]')
                     FROM team_activities a ${standingInCycle('$2')} WHERE a.team_key = t.key AND a.year = $1),
    'said', (SELECT json_build_object('cycleKey', cy.key, 'reports', (SELECT coalesce(json_agg(json_build_object('activityId', r.activity_id,
                       'status', r.status, 'illustrative', r.illustrative)), '[]') FROM team_update_activities r WHERE r.update_id = u.id))
               FROM team_updates u JOIN cycles cy ON cy.id = u.cycle_id
              WHERE u.team_key = t.key AND cy.year = $1 AND u.review_state IN ('approved', 'published')
                AND cy.facts_to <= (SELECT facts_to FROM cycles WHERE key = $2)
              ORDER BY cy.facts_to DESC, u.revision DESC LIMIT 1),
    'sessions', (SELECT coalesce(json_agg(json_build_object('heldOn', s.starts_on, 'endedOn', s.ends_on, 'precision', s.date_precision,
                   'title', ${BOTH('s', 'title')}, 'place', ${BOTH('s', 'place')}, 'agenda', s.agenda,
                   'attendance', (SELECT coalesce(json_agg(json_build_object('stateCode', w.state_code, 'institutionKey', i.key,
                                     'name', ${BOTH('w', 'name')}, 'people', w.people) ORDER BY w.position), '[]')
                                    FROM team_session_attendees w LEFT JOIN institutions i ON i.id = w.institution_id WHERE w.session_id = s.id))
                   ORDER BY s.starts_on NULLS LAST, s.title_en), '[]') FROM team_sessions s WHERE s.team_key = t.key AND s.year = $1),
    'theoryOfChange', json_build_object('results', t.results, 'conditions', t.conditions),
    'expertAdvisors', (SELECT coalesce(json_agg(i.key ORDER BY d.position), '[]') FROM team_advisors d JOIN institutions i ON i.id = d.institution_id
                        WHERE d.team_key = t.key AND d.role = 'expert' AND coalesce(d.since_year, $1) <= $1),
    'advisoryPanel', (SELECT coalesce(json_agg(i.key ORDER BY d.position), '[]') FROM team_advisors d JOIN institutions i ON i.id = d.institution_id
                       WHERE d.team_key = t.key AND d.role = 'panel' AND coalesce(d.since_year, $1) <= $1),
    'nextSteps', coalesce(y.next_steps, '[]'), 'objective2024', ${BOTH('y', 'objective')},
    'products2024', (SELECT coalesce(json_agg(json_build_object('en', p.title_en, 'es', p.title_es, 'url', p.url) ORDER BY p.position, p.id), '[]')
                       FROM team_products p WHERE p.team_key = t.key AND p.year = $1),
    'notes', coalesce(y.notes, '[]'), 'sources', t.sources) AS body
  FROM teams t LEFT JOIN team_years y ON y.team_key = t.key AND y.year = $1
 WHERE EXISTS (SELECT FROM team_activities a WHERE a.team_key = t.key AND a.year = $1) OR y.team_key IS NOT NULL
 ORDER BY t.position, t.key`;

/** One entry a team and period, whoever shares the lead in one name. $1 the last year to begin in. */
const LEADS = `
  SELECT team_key AS "teamKey", extract(year FROM from_on)::int AS "fromYear", extract(year FROM to_on)::int AS "toYear",
         json_build_object('en', string_agg(l.name_en, ' and ' ORDER BY l.name_en), 'es', string_agg(l.name_es, ' y ' ORDER BY l.name_en)) AS lead,
         min(state_code) AS "stateCode", (array_agg(to_json(l.sources) ORDER BY l.name_en))[1] AS sources
    FROM team_leads l JOIN teams t ON t.key = l.team_key
   WHERE from_on <= make_date($1, 12, 31)
   GROUP BY t.position, team_key, from_on, to_on ORDER BY t.position, team_key, from_on`;
