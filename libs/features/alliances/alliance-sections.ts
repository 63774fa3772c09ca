import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

const words = (of: string, name: string): string =>
  `CASE WHEN ${of}.${name}_en IS NULL THEN NULL ELSE json_build_object('en', ${of}.${name}_en, 'es', ${of}.${name}_es) END`;

const members = (kind: string): string => `
  (SELECT coalesce(json_agg(${words('m', 'name')} ORDER BY m.position), '[]') FROM platform_members m
    WHERE m.kind = '${kind}' AND (m.from_year IS NULL OR m.from_year <= $1) AND (m.until_year IS NULL OR m.until_year >= $1))`;

/** $1 year. Columns are the sections; null where there is nothing to tell. */
const SECTIONS = `
  SELECT
    (SELECT json_agg(json_build_object('key', d.kind, 'name', ${words('d', 'name')}, 'lead', ${words('d', 'lead')}, 'status', ${words('d', 'status')},
              'launchedOn', d.launched_on, 'launchedPrecision', d.launched_precision, 'steps', d.steps, 'areas', d.areas, 'sources', d.sources)
              ORDER BY array_position(ARRAY['civil_society', 'private_sector', 'academia'], d.kind))
       FROM dialogues d WHERE d.year = $1) AS dialogue_mechanisms,
    (SELECT json_agg(json_build_object('heldOn', e.held_on, 'precision', e.held_precision, 'year', e.year, 'name', ${words('e', 'name')},
              'detail', ${words('e', 'detail')}, 'sources', e.sources) ORDER BY e.held_on NULLS FIRST, e.id)
       FROM alliance_events e WHERE e.kind = 'oas' AND e.year = $1) AS oas_events,
    (SELECT json_build_object('launched', p.launched, 'memberStates', ${members('state')}, 'memberOrganisations', ${members('organisation')},
       'chairs', (SELECT coalesce(json_agg(json_build_object('chair', ${words('c', 'name')}, 'period', ${words('c', 'period')},
                    'note', ${words('c', 'note')}, 'sources', c.sources) ORDER BY c.position), '[]') FROM platform_chairs c),
       'priorities', (SELECT coalesce(json_agg(json_build_object('chair', ${words('c', 'name')}, 'text', ${words('c', 'priority')})
                        ORDER BY c.position), '[]') FROM platform_chairs c WHERE c.priority_en IS NOT NULL),
       'learningEvents', (SELECT coalesce(json_agg(json_build_object('year', e.year, 'name', ${words('e', 'name')})
                            ORDER BY e.year, e.held_on, e.id), '[]') FROM alliance_events e WHERE e.kind = 'learning' AND e.year <= $1),
       'notes', p.notes, 'sources', p.sources)
       FROM support_platform p WHERE p.launched <= $1) AS support_platform,
    (SELECT json_agg(json_build_object('stateCode', g.state_code, 'areaKey', g.area_key, 'title', ${words('g', 'title')}, 'text', ${words('g', 'text')},
              'commitments', (SELECT coalesce(json_agg(c.code ORDER BY c.code), '[]') FROM good_practice_commitments l
                                JOIN commitments c ON c.id = l.commitment_id WHERE l.practice_id = g.id),
              'adoptedBy', (SELECT coalesce(json_agg(a.state_code ORDER BY a.state_code), '[]') FROM good_practice_adoptions a
                             WHERE a.practice_id = g.id AND (a.year IS NULL OR a.year <= $1)), 'sources', g.sources) ORDER BY g.state_code, g.id)
       FROM good_practices g WHERE g.year = $1) AS good_practices`;

/** What a year's report tells of alliances, in the shape that reports read. */
@Injectable()
export class AllianceSections {
  constructor(@Inject(Database) private readonly database: Database) {}

  async sectionsOf(year: number): Promise<{ id: string; content: unknown }[]> {
    const row = await this.database.one<Record<string, unknown>>(SECTIONS, [year]);
    return Object.entries(row ?? {}).flatMap(([id, content]) => (content === null ? [] : [{ id, content }]));
  }
}
