import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { planItems } from './regional.queries.js';
import { PLAN_PARTS } from './regional.vocabulary.js';

const words = (of: string, name: string): string =>
  `CASE WHEN ${of}.${name}_en IS NULL THEN NULL ELSE json_build_object('en', ${of}.${name}_en, 'es', ${of}.${name}_es) END`;

/** $1 year. Columns are the sections; null where there is nothing to tell. */
const SECTIONS = `
  SELECT
    (SELECT json_build_object(${PLAN_PARTS.map((part) => `'${part}', ${planItems(part)}`).join(', ')},
       'documents', (SELECT coalesce(json_agg(json_build_object('key', d.key, 'kind', d.kind, 'title', ${words('d', 'title')}, 'adoptedOn', d.adopted_on,
                       'precision', d.adopted_precision, 'place', ${words('d', 'place')}, 'url', d.url, 'sources', d.sources)
                       ORDER BY d.adopted_on, d.key), '[]')
                       FROM regional_plan_documents l JOIN regional_documents d ON d.key = l.document_key WHERE l.year = p.year),
       'note', ${words('p', 'note')}, 'sources', p.sources) FROM regional_plans p WHERE p.year = $1) AS action_plan,
    (SELECT json_build_object('approvedOn', d.adopted_on, 'precision', d.adopted_precision, 'content', d.content, 'url', d.url,
              'note', ${words('d', 'note')}, 'sources', d.sources)
       FROM regional_documents d WHERE d.kind = 'charter' AND d.adopted_on < make_date($1 + 1, 1, 1) ORDER BY d.adopted_on DESC LIMIT 1)
      AS statutory_charter,
    (SELECT json_agg(json_build_object('number', trim(to_char(m.ordinal, 'RN')), 'ordinal', m.ordinal, 'year', m.year, 'hostState', m.host_state,
              'heldOn', m.held_on, 'precision', coalesce(m.held_precision, 'unknown'), 'dayInferred', m.day_inferred,
              'placeEn', m.place_en, 'placeEs', m.place_es,
              'outcomeEn', (SELECT string_agg(d.title_en, '; ' ORDER BY d.kind DESC, d.key) FROM regional_documents d WHERE d.meeting = m.ordinal),
              'outcomeEs', (SELECT string_agg(d.title_es, '; ' ORDER BY d.kind DESC, d.key) FROM regional_documents d WHERE d.meeting = m.ordinal),
              'noteEn', m.note_en, 'noteEs', m.note_es, 'sources', m.sources) ORDER BY m.ordinal)
       FROM annual_meetings m WHERE m.year <= $1) AS annual_meetings,
    (SELECT json_agg(json_build_object('key', f.key, 'labelEn', f.label_en, 'labelEs', f.label_es, 'value', f.value, 'valueState', f.value_state,
              'valueType', f.value_type, 'qualifier', f.qualifier, 'basis', f.basis, 'role', f.role, 'unitEn', f.unit_en, 'unitEs', f.unit_es,
              'windowStart', f.window_start, 'windowEnd', f.window_end, 'windowTextEn', f.window_text_en, 'windowTextEs', f.window_text_es,
              'asOf', f.as_of, 'disaggregation', f.disaggregation, 'noteEn', f.note_en, 'noteEs', f.note_es, 'sources', f.sources)
              ORDER BY f.position, f.key)
       FROM context_figures f WHERE f.year = $1) AS context_figures,
    (SELECT json_build_object(
       'states', json_agg(json_build_object('stateCode', c.place, 'publishedCommitments', c.published, 'areaSplit', c.area_split,
                   'otherTotals', c.other_totals, 'caveatEn', c.caveat_en, 'caveatEs', c.caveat_es, 'sources', c.sources) ORDER BY s.position),
       'sum', sum(c.published)::int, 'otherRegionalTotals', (SELECT r.other_totals FROM published_counts r WHERE r.place = 'REG'))
       FROM (SELECT *, (SELECT sum((part->>'count')::int)::int FROM jsonb_array_elements(area_split) part) AS published
               FROM published_counts) c JOIN states s ON s.code = c.place HAVING count(*) > 0) AS plan_counts,
    (SELECT json_agg(json_build_object('stateCode', nullif(a.place, 'REG'), 'acronym', a.acronym, 'termEn', a.term_en, 'termEs', a.term_es,
              'kind', a.kind, 'institutionKey', i.key, 'source', a.source, 'noteEn', a.note_en, 'noteEs', a.note_es) ORDER BY a.place, a.acronym)
       FROM acronyms a LEFT JOIN institutions i ON i.id = a.institution_id) AS glossary`;

/** What a year's report tells of the regional plan, its meetings and its context, in the shape that reports read. */
@Injectable()
export class RegionalSections {
  constructor(@Inject(Database) private readonly database: Database) {}

  async sectionsOf(year: number): Promise<{ id: string; content: unknown }[]> {
    const row = await this.database.one<Record<string, unknown>>(SECTIONS, [year]);
    return Object.entries(row ?? {}).flatMap(([id, content]) => (content === null ? [] : [{ id, content }]));
  }
}
