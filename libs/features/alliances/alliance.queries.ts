const DIALOGUE = `
  json_build_object('id', d.id, 'year', d.year, 'kind', d.kind, 'nameEn', d.name_en, 'nameEs', d.name_es, 'leadEn', d.lead_en,
    'leadEs', d.lead_es, 'statusEn', d.status_en, 'statusEs', d.status_es, 'launchedOn', d.launched_on,
    'launchedPrecision', d.launched_precision, 'steps', d.steps, 'areas', d.areas, 'sources', d.sources, 'version', d.version,
    'leads', (SELECT coalesce(json_agg(json_build_object('year', o.year, 'leadEn', o.lead_en, 'leadEs', o.lead_es) ORDER BY o.year DESC), '[]')
                FROM dialogues o WHERE o.kind = d.kind AND o.lead_en IS NOT NULL))`;

const EVENT = `
  json_build_object('id', e.id, 'kind', e.kind, 'year', e.year, 'heldOn', e.held_on, 'heldPrecision', e.held_precision, 'nameEn', e.name_en,
    'nameEs', e.name_es, 'detailEn', e.detail_en, 'detailEs', e.detail_es, 'sources', e.sources, 'version', e.version)`;

const PLATFORM = `
  (SELECT json_build_object('launched', p.launched, 'notes', p.notes, 'sources', p.sources, 'version', p.version,
      'members', (SELECT coalesce(json_agg(json_build_object('kind', m.kind, 'nameEn', m.name_en, 'nameEs', m.name_es, 'fromYear', m.from_year,
                    'untilYear', m.until_year) ORDER BY m.position), '[]') FROM platform_members m),
      'chairs', (SELECT coalesce(json_agg(json_build_object('nameEn', c.name_en, 'nameEs', c.name_es, 'fromYear', c.from_year,
                   'untilYear', c.until_year, 'periodEn', c.period_en, 'periodEs', c.period_es, 'noteEn', c.note_en, 'noteEs', c.note_es,
                   'priorityEn', c.priority_en, 'priorityEs', c.priority_es, 'sources', c.sources) ORDER BY c.position), '[]')
                   FROM platform_chairs c)) FROM support_platform p)`;

const IN_ORDER = `array_position(ARRAY['civil_society', 'private_sector', 'academia'], d.kind)`;

/** The whole page, as `AlliancesView`. $1 year or null for the newest. */
export const ALLIANCES = `
  WITH known AS (SELECT year FROM dialogues UNION SELECT year FROM alliance_events),
       chosen AS (SELECT coalesce($1::int, (SELECT max(year) FROM known), extract(year FROM now())::int) AS year)
  SELECT json_build_object('year', y.year,
    'years', (SELECT coalesce(json_agg(k.year::text ORDER BY k.year DESC), '[]') FROM known k),
    'dialogues', (SELECT coalesce(json_agg(${DIALOGUE} ORDER BY ${IN_ORDER}), '[]') FROM dialogues d WHERE d.year = y.year),
    'platform', ${PLATFORM},
    'events', (SELECT coalesce(json_agg(${EVENT} ORDER BY e.year DESC, e.held_on NULLS FIRST, e.id), '[]') FROM alliance_events e
                WHERE e.year = y.year OR e.kind = 'learning')
  ) AS view FROM chosen y`;

export const DIALOGUE_ONE = `SELECT ${DIALOGUE} AS view FROM dialogues d WHERE d.id = $1`;
export const EVENT_ONE = `SELECT ${EVENT} AS view FROM alliance_events e WHERE e.id = $1`;
export const PLATFORM_ONE = `SELECT ${PLATFORM} AS view`;

/** $1 rows as JSON. */
export const INSERT_MEMBERS = `
  INSERT INTO platform_members (position, kind, name_en, name_es, from_year, until_year)
  SELECT r.position, r.kind, r."nameEn", r."nameEs", r."fromYear", r."untilYear"
    FROM json_to_recordset($1) AS r(position int, kind text, "nameEn" text, "nameEs" text, "fromYear" int, "untilYear" int)`;

/** $1 rows as JSON. */
export const INSERT_CHAIRS = `
  INSERT INTO platform_chairs (position, name_en, name_es, from_year, until_year, period_en, period_es, note_en, note_es, priority_en, priority_es,
                               sources)
  SELECT r.position, r."nameEn", r."nameEs", r."fromYear", r."untilYear", r."periodEn", r."periodEs", r."noteEn", r."noteEs", r."priorityEn",
         r."priorityEs", r.sources
    FROM json_to_recordset($1) AS r(position int, "nameEn" text, "nameEs" text, "fromYear" int, "untilYear" int, "periodEn" text, "periodEs" text,
         "noteEn" text, "noteEs" text, "priorityEn" text, "priorityEs" text, sources text[])`;
