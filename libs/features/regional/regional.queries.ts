import { PLAN_PARTS, type PlanPart } from './regional.vocabulary.js';

/** The items of one part of a plan `p`, in their order. */
export const planItems = (part: PlanPart): string => `
  (SELECT coalesce(json_agg(json_build_object('en', i.text_en, 'es', i.text_es,
            'areas', ARRAY(SELECT a.area_key FROM regional_plan_item_areas a WHERE a.item_id = i.id ORDER BY a.area_key),
            'commitments', ARRAY(SELECT c.code FROM regional_plan_item_commitments l JOIN commitments c ON c.id = l.commitment_id
                                  WHERE l.item_id = i.id ORDER BY c.code)) ORDER BY i.position), '[]')
     FROM regional_plan_items i WHERE i.year = p.year AND i.part = '${part}')`;

/** Plans, the newest first. $1 year, $2 commitment id, $3 area; each null for any. */
export const PLANS = `
  SELECT p.year, ${PLAN_PARTS.map((part) => `${planItems(part)} AS "${part}"`).join(', ')},
         ARRAY(SELECT d.document_key FROM regional_plan_documents d WHERE d.year = p.year ORDER BY d.document_key) AS documents,
         p.note_en AS "noteEn", p.note_es AS "noteEs", p.sources, p.version,
         (SELECT coalesce(json_agg(json_build_object('stateCode', t.state_code, 'year', t.year, 'startsOn', t.starts_on,
                   'startsPrecision', t.starts_precision, 'endsOn', t.ends_on, 'endsPrecision', t.ends_precision) ORDER BY t.starts_on), '[]')
            FROM presidencies t
           WHERE daterange(t.starts_on, t.ends_on) && daterange(make_date(p.year, 1, 1), make_date(p.year + 1, 1, 1))) AS presidencies
    FROM regional_plans p
   WHERE ($1::int IS NULL OR p.year = $1)
     AND ($2::uuid IS NULL OR EXISTS (SELECT FROM regional_plan_items i JOIN regional_plan_item_commitments l ON l.item_id = i.id
                                       WHERE i.year = p.year AND l.commitment_id = $2))
     AND ($3::text IS NULL OR EXISTS (SELECT FROM regional_plan_items i JOIN regional_plan_item_areas a ON a.item_id = i.id
                                       WHERE i.year = p.year AND a.area_key = $3))
   ORDER BY p.year DESC`;

/** $1 items as JSON, $2 year. */
export const INSERT_ITEMS = `
  WITH rows AS (SELECT * FROM json_to_recordset($1) AS r(id uuid, part text, position int, en text, es text, areas text[], commitments text[])),
       items AS (INSERT INTO regional_plan_items (id, year, part, position, text_en, text_es)
                 SELECT id, $2, part, position, en, es FROM rows),
       about AS (INSERT INTO regional_plan_item_areas (item_id, area_key)
                 SELECT DISTINCT r.id, key FROM rows r CROSS JOIN unnest(r.areas) AS key)
  INSERT INTO regional_plan_item_commitments (item_id, commitment_id)
  SELECT DISTINCT r.id, c.id FROM rows r JOIN commitments c ON c.code = ANY(r.commitments)`;

/** Meetings, the newest first. $1 ordinal, $2 year, $3 host State; each null for any. */
export const MEETINGS = `
  SELECT m.ordinal, trim(to_char(m.ordinal, 'RN')) AS number, m.year, m.host_state AS "hostState", m.held_on AS "heldOn",
         m.held_precision AS "heldPrecision", m.day_inferred AS "dayInferred", m.place_en AS "placeEn", m.place_es AS "placeEs",
         m.note_en AS "noteEn", m.note_es AS "noteEs", m.sources, m.version,
         ARRAY(SELECT d.key FROM regional_documents d WHERE d.meeting = m.ordinal ORDER BY d.kind DESC, d.key) AS documents
    FROM annual_meetings m
   WHERE ($1::int IS NULL OR m.ordinal = $1) AND ($2::int IS NULL OR m.year = $2) AND ($3::text IS NULL OR m.host_state = $3)
   ORDER BY m.ordinal DESC`;

/** As `Neighbours`. $1 ordinal, $2 host State or null. */
export const NEIGHBOURS = `
  SELECT $2::text IS NULL OR EXISTS (SELECT FROM states WHERE code = $2) AS "hostKnown",
         (SELECT held_on FROM annual_meetings WHERE ordinal < $1 AND held_on IS NOT NULL ORDER BY ordinal DESC LIMIT 1) AS before,
         (SELECT held_on FROM annual_meetings WHERE ordinal > $1 AND held_on IS NOT NULL ORDER BY ordinal LIMIT 1) AS after`;

/** Documents, the newest first. $1 key, $2 year of a plan, $3 kind; each null for any. */
export const DOCUMENTS = `
  SELECT d.key, d.kind, d.title_en AS "titleEn", d.title_es AS "titleEs", d.adopted_on AS "adoptedOn", d.adopted_precision AS "adoptedPrecision",
         d.place_en AS "placeEn", d.place_es AS "placeEs", d.url, d.meeting, d.content, d.note_en AS "noteEn", d.note_es AS "noteEs", d.sources,
         d.version, ARRAY(SELECT p.year::text FROM regional_plan_documents p WHERE p.document_key = d.key ORDER BY p.year) AS plans
    FROM regional_documents d
   WHERE ($1::text IS NULL OR d.key = $1) AND ($3::text IS NULL OR d.kind = $3)
     AND ($2::int IS NULL OR EXISTS (SELECT FROM regional_plan_documents p WHERE p.document_key = d.key AND p.year = $2))
   ORDER BY d.adopted_on DESC NULLS LAST, d.kind DESC, d.key`;

/** Figures of the context in their order, the newest year first. $1 year, $2 key; each null for any. */
export const FIGURES = `
  SELECT f.year, f.key, f.position, f.label_en AS "labelEn", f.label_es AS "labelEs", f.value, f.value_state AS "valueState",
         f.value_type AS "valueType", f.qualifier, f.basis, f.role, f.unit_en AS "unitEn", f.unit_es AS "unitEs",
         f.window_start AS "windowStart", f.window_end AS "windowEnd", f.window_text_en AS "windowTextEn", f.window_text_es AS "windowTextEs",
         f.as_of AS "asOf", f.disaggregation, f.note_en AS "noteEn", f.note_es AS "noteEs", f.sources, f.version
    FROM context_figures f
   WHERE ($1::int IS NULL OR f.year = $1) AND ($2::text IS NULL OR f.key = $2)
   ORDER BY f.year DESC, f.position, f.key`;

/** Published counts, States in their order and the region last. $1 place or null for any. */
export const COUNTS = `
  SELECT c.place, c.area_split AS "areaSplit", c.other_totals AS "otherTotals", c.caveat_en AS "caveatEn", c.caveat_es AS "caveatEs", c.sources,
         c.version, (SELECT sum((part->>'count')::int)::int FROM jsonb_array_elements(c.area_split) part) AS published
    FROM published_counts c LEFT JOIN states s ON s.code = c.place
   WHERE $1::text IS NULL OR c.place = $1
   ORDER BY s.position NULLS LAST, c.place`;

/** Acronyms in their order. $1 place, $2 acronym; each null for any. */
export const ACRONYMS = `
  SELECT a.place, a.acronym, a.term_en AS "termEn", a.term_es AS "termEs", a.kind, i.key AS institution, a.source, a.note_en AS "noteEn",
         a.note_es AS "noteEs", a.version
    FROM acronyms a LEFT JOIN institutions i ON i.id = a.institution_id
   WHERE ($1::text IS NULL OR a.place = $1) AND ($2::text IS NULL OR a.acronym = $2)
   ORDER BY a.place, a.acronym`;
