const HEAD = `
  s.id, s.key, i.key AS partner, i.name_en AS "partnerEn", i.name_es AS "partnerEs", s.year, s.state_code AS state, s.title_en AS "titleEn",
  s.title_es AS "titleEs", s.source, s.language, s.version`;

const FROM = `FROM partner_sheets s JOIN institutions i ON i.id = s.partner_id`;

const FIGURE = `
  f.id, f.code, f.label_en AS "labelEn", f.label_es AS "labelEs", f.value_type AS "valueType", f.value_state AS "valueState", f.value,
  f.qualifier, f.basis, f.unit_en AS "unitEn", f.unit_es AS "unitEs", f.currency, f.window_start AS "windowStart", f.window_end AS "windowEnd",
  f.as_of AS "asOf", f.population, f.place, f.footnote_en AS "footnoteEn", f.footnote_es AS "footnoteEs", f.page, f.source,
  coalesce((SELECT json_agg(json_build_object('id', c.id, 'code', c.code) ORDER BY c.code) FROM partner_figure_commitments l
             JOIN commitments c ON c.id = l.commitment_id WHERE l.figure_id = f.id), '[]') AS commitments,
  coalesce((SELECT json_agg(json_build_object('id', n.id, 'key', n.framework_key || ':' || n.level || ':' || n.code, 'nameEn', n.name_en,
             'nameEs', n.name_es) ORDER BY n.framework_key, n.level, n.code) FROM partner_figure_indicators l
             JOIN indicators n ON n.id = l.indicator_id WHERE l.figure_id = f.id), '[]') AS indicators`;

/** $1 partner, $2 year, $3 State or REGION; null: any. */
const NARROWED = `
  ($1::text IS NULL OR i.key = $1) AND ($2::int IS NULL OR s.year = $2) AND ($3::text IS NULL OR coalesce(s.state_code, 'REGION') = $3)`;

/** One page of sheets, newest year first; $4 text, $5 and $6 the last row of the page before, $7 one more than is wanted. */
export const SHEETS = `
  SELECT ${HEAD}, (SELECT count(*)::int FROM partner_figures f WHERE f.sheet_id = s.id) AS "figureCount" ${FROM}
   WHERE ${NARROWED} AND ($4::text IS NULL OR s.key ILIKE $4 OR s.title_en ILIKE $4 OR s.title_es ILIKE $4)
     AND ($5::int IS NULL OR (-s.year, s.key) > (-$5::int, $6::text))
   ORDER BY -s.year, s.key LIMIT $7`;

/** One sheet with its figures; $1 its id. */
export const SHEET = `
  SELECT ${HEAD}, (SELECT count(*)::int FROM partner_figures f WHERE f.sheet_id = s.id) AS "figureCount",
         coalesce((SELECT json_agg(to_jsonb(x) - 'position' ORDER BY x.position) FROM (SELECT f.position, ${FIGURE} FROM partner_figures f WHERE f.sheet_id = s.id) x), '[]') AS figures
  ${FROM} WHERE s.id = $1`;

/** One page of figures; $4 a commitment, $5 an indicator, $6 to $8 the last row of the page before, $9 one more than is wanted. */
export const FIGURES = `
  SELECT ${FIGURE}, f.position, s.id AS "sheetId", s.key AS sheet, s.year, i.key AS partner, i.name_en AS "partnerEn", i.name_es AS "partnerEs",
         s.state_code AS state, s.source AS document
    FROM partner_figures f JOIN partner_sheets s ON s.id = f.sheet_id JOIN institutions i ON i.id = s.partner_id
   WHERE ${NARROWED}
     AND ($4::uuid IS NULL OR EXISTS (SELECT FROM partner_figure_commitments l WHERE l.figure_id = f.id AND l.commitment_id = $4))
     AND ($5::uuid IS NULL OR EXISTS (SELECT FROM partner_figure_indicators l WHERE l.figure_id = f.id AND l.indicator_id = $5))
     AND ($6::int IS NULL OR (-s.year, s.key, f.position) > (-$6::int, $7::text, $8::int))
   ORDER BY -s.year, s.key, f.position LIMIT $9`;

/** What a year's snapshot freezes: every sheet of the year with its figures. */
export const OF_YEAR = `
  SELECT s.key, i.key AS partner, i.name_en AS "partnerEn", i.name_es AS "partnerEs", s.state_code AS "stateCode", s.title_en AS "titleEn",
         s.title_es AS "titleEs", s.source, s.language,
         coalesce((SELECT json_agg(to_jsonb(x) - 'position' ORDER BY x.position) FROM (SELECT f.position, ${FIGURE} FROM partner_figures f WHERE f.sheet_id = s.id) x), '[]') AS figures
  ${FROM} WHERE s.year = $1 ORDER BY s.state_code NULLS FIRST, s.key`;

/** Ids behind codes of commitments ($1), which must be of State $2 unless it is null, and keys of indicators ($3). */
export const LINKED = `
  SELECT coalesce((SELECT json_agg(json_build_object('code', code, 'id', id, 'fits', $2::text IS NULL OR state_code = $2)) FROM commitments
                    WHERE code = ANY ($1::text[])), '[]') AS commitments,
         coalesce((SELECT json_agg(json_build_object('key', framework_key || ':' || level || ':' || code, 'id', id)) FROM indicators
                    WHERE framework_key || ':' || level || ':' || code = ANY ($3::text[])), '[]') AS indicators`;

export const INSERT_SHEET = `
  INSERT INTO partner_sheets (id, key, partner_id, year, state_code, title_en, title_es, source, language, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

export const UPDATE_SHEET = `
  UPDATE partner_sheets SET key = $2, partner_id = $3, year = $4, state_code = $5, title_en = $6, title_es = $7, source = $8, language = $9,
         updated_at = $10, version = version + 1 WHERE id = $1`;

/** A figure under its code, in place of the one there; a new one goes behind the others. */
export const PUT_FIGURE = `
  INSERT INTO partner_figures (id, sheet_id, position, code, label_en, label_es, value_type, value_state, value, qualifier, basis, unit_en,
                               unit_es, currency, window_start, window_end, as_of, population, place, footnote_en, footnote_es, page, source)
  SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8::numeric, $9, $10, $11, $12, $13, $14::date, $15::date, $16::date, $17,
         $18, $19, $20, $21, $22 FROM partner_figures WHERE sheet_id = $2
  ON CONFLICT ON CONSTRAINT partner_figures_code DO UPDATE
     SET label_en = excluded.label_en, label_es = excluded.label_es, value_type = excluded.value_type, value_state = excluded.value_state,
         value = excluded.value, qualifier = excluded.qualifier, basis = excluded.basis, unit_en = excluded.unit_en, unit_es = excluded.unit_es,
         currency = excluded.currency, window_start = excluded.window_start, window_end = excluded.window_end, as_of = excluded.as_of,
         population = excluded.population, place = excluded.place, footnote_en = excluded.footnote_en, footnote_es = excluded.footnote_es,
         page = excluded.page, source = excluded.source
  RETURNING id`;
