/** SQL of sections. */

/** A cycle's sections that somebody wrote or assigned. $1 cycle, $2 key or null for all. */
export const SECTION_ROWS = `
  SELECT s.key, s.desk, s.state_code AS "stateCode", s.team_key AS "teamKey", s.state, s.text_en AS "textEn", s.text_es AS "textEs", s.note,
         s.version, s.updated_at AS "updatedAt", u.name AS "updatedBy", s.updated_by AS "updatedById"
    FROM report_sections s LEFT JOIN auth_users u ON u.id = s.updated_by
   WHERE s.cycle_id = $1 AND ($2::text IS NULL OR s.key = $2)`;

/** One at a time for each section, also before it has a row. $1 cycle, $2 key. */
export const SECTION_LOCK = `SELECT pg_advisory_xact_lock(hashtextextended($1::text || '/' || $2::text, 0))`;

/** $1 cycle, $2 key, $3 desk, $4 State, $5 team, $6 state, $7 English, $8 Spanish, $9 version, $10 who, $11 now, $12 note. */
export const SECTION_SAVE = `
  INSERT INTO report_sections (cycle_id, key, desk, state_code, team_key, state, text_en, text_es, version, updated_by, updated_at, note)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (cycle_id, key) DO UPDATE SET desk = $3, state_code = $4, team_key = $5, state = $6, text_en = $7, text_es = $8,
    version = $9, updated_by = $10, updated_at = $11, note = $12`;

/** Goes on with the newest version where the same person wrote it just now. $1 cycle, $2 key, $3 version, $4 state, $5 en, $6 es, $7 who, $8 now, $9 since. */
export const VERSION_CONTINUE = `
  UPDATE report_section_versions SET version = $3, text_en = $5, text_es = $6, saved_at = $8
   WHERE cycle_id = $1 AND key = $2 AND state = $4 AND saved_by IS NOT DISTINCT FROM $7::uuid AND saved_at >= $9
     AND version = (SELECT max(version) FROM report_section_versions WHERE cycle_id = $1 AND key = $2)`;

/** $1 to $8 as before. */
export const VERSION_BEGIN = `
  INSERT INTO report_section_versions (cycle_id, key, version, state, text_en, text_es, saved_by, saved_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Newest first, at most 200. $1 cycle, $2 key. */
export const VERSIONS = `
  SELECT v.version, v.state, v.text_en AS "textEn", v.text_es AS "textEs", v.saved_at AS "savedAt", u.name AS "savedBy"
    FROM report_section_versions v LEFT JOIN auth_users u ON u.id = v.saved_by
   WHERE v.cycle_id = $1 AND v.key = $2 ORDER BY v.version DESC LIMIT 200`;

/** The State that presides over the region on the cycle's cut-off day. $1 cycle. */
export const PRESIDING = `
  SELECT p.state_code AS "stateCode" FROM presidencies p JOIN cycles c ON c.id = $1
   WHERE p.starts_on <= c.cutoff_on AND (p.ends_on IS NULL OR p.ends_on > c.cutoff_on) ORDER BY p.starts_on DESC LIMIT 1`;
