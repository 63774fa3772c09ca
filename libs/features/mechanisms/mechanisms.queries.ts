/** Lists. $1 State or null, $2 kind or null, $3 commitment id or null. */
export const MECHANISM_LIST = `
  SELECT m.id, m.key, m.state_code AS "stateCode", m.kind, m.name_en AS "nameEn", m.name_es AS "nameEs", m.chair_en AS "chairEn",
         m.chair_es AS "chairEs", p.key AS "partOf",
         (SELECT count(*)::int FROM mechanism_members x WHERE x.mechanism_id = m.id) AS members,
         (SELECT count(*)::int FROM mechanism_sessions x WHERE x.mechanism_id = m.id) AS sessions,
         (SELECT count(*)::int FROM mechanism_agreements x WHERE x.mechanism_id = m.id) AS agreements
    FROM mechanisms m LEFT JOIN mechanisms p ON p.id = m.part_of_id
   WHERE ($1::text IS NULL OR m.state_code = $1) AND ($2::text IS NULL OR m.kind = $2)
     AND ($3::uuid IS NULL
       OR EXISTS (SELECT FROM mechanism_sessions s JOIN mechanism_session_commitments l ON l.session_id = s.id
                   WHERE s.mechanism_id = m.id AND l.commitment_id = $3)
       OR EXISTS (SELECT FROM mechanism_agreements a JOIN mechanism_agreement_commitments l ON l.agreement_id = a.id
                   WHERE a.mechanism_id = m.id AND l.commitment_id = $3))
   ORDER BY m.state_code, coalesce(p.key, m.key), p.key NULLS FIRST, m.key`;

const codes = (table: string, column: string, row: string): string =>
  `(SELECT coalesce(json_agg(c.code ORDER BY c.code), '[]') FROM ${table} l JOIN commitments c ON c.id = l.commitment_id WHERE l.${column} = ${row}.id)`;

/** One mechanism whole, as `MechanismView`. $1 id. */
export const MECHANISM_DETAIL = `
  SELECT json_build_object('id', m.id, 'key', m.key, 'stateCode', m.state_code, 'kind', m.kind, 'nameEn', m.name_en, 'nameEs', m.name_es,
    'mandateEn', m.mandate_en, 'mandateEs', m.mandate_es, 'chairEn', m.chair_en, 'chairEs', m.chair_es, 'secretariatEn', m.secretariat_en,
    'secretariatEs', m.secretariat_es, 'partOf', p.key, 'sinceYear', m.since_year, 'noteEn', m.note_en, 'noteEs', m.note_es,
    'sources', m.sources, 'version', m.version,
    'members', (SELECT coalesce(json_agg(i.key ORDER BY i.key), '[]') FROM mechanism_members x JOIN institutions i ON i.id = x.institution_id
                 WHERE x.mechanism_id = m.id),
    'sessions', (SELECT coalesce(json_agg(json_build_object('heldOn', s.held_on, 'dayPrecision', s.day_precision, 'titleEn', s.title_en,
                   'titleEs', s.title_es, 'attendanceEn', s.attendance_en, 'attendanceEs', s.attendance_es, 'source', s.source,
                   'commitments', ${codes('mechanism_session_commitments', 'session_id', 's')}) ORDER BY s.position), '[]')
                 FROM mechanism_sessions s WHERE s.mechanism_id = m.id),
    'agreements', (SELECT coalesce(json_agg(json_build_object('session', s.position, 'textEn', a.text_en, 'textEs', a.text_es, 'dueOn', a.due_on,
                   'status', a.status, 'source', a.source,
                   'commitments', ${codes('mechanism_agreement_commitments', 'agreement_id', 'a')}) ORDER BY a.position), '[]')
                 FROM mechanism_agreements a LEFT JOIN mechanism_sessions s ON s.id = a.session_id WHERE a.mechanism_id = m.id)
  ) AS mechanism FROM mechanisms m LEFT JOIN mechanisms p ON p.id = m.part_of_id WHERE m.id = $1`;

/** $1 rows as JSON, $2 mechanism id. */
export const INSERT_SESSIONS = `
  INSERT INTO mechanism_sessions (id, mechanism_id, position, held_on, day_precision, title_en, title_es, attendance_en, attendance_es, source)
  SELECT r.id, $2, r.position, r."heldOn", r."dayPrecision", r."titleEn", r."titleEs", r."attendanceEn", r."attendanceEs", r.source
    FROM json_to_recordset($1) AS r(id uuid, position int, "heldOn" date, "dayPrecision" text, "titleEn" text, "titleEs" text,
         "attendanceEn" text, "attendanceEs" text, source text)`;

/** $1 rows as JSON, $2 mechanism id. */
export const INSERT_AGREEMENTS = `
  INSERT INTO mechanism_agreements (id, mechanism_id, session_id, position, text_en, text_es, due_on, status, source)
  SELECT r.id, $2, r."sessionId", r.position, r."textEn", r."textEs", r."dueOn", r.status, r.source
    FROM json_to_recordset($1) AS r(id uuid, "sessionId" uuid, position int, "textEn" text, "textEs" text, "dueOn" date, status text, source text)`;

/** Links by the codes of commitments of one State. $1 rows `{id, code}` as JSON, $2 State. */
export const linkCommitments = (table: string, column: string): string => `
  INSERT INTO ${table} (${column}, commitment_id)
  SELECT DISTINCT r.id, c.id FROM json_to_recordset($1) AS r(id uuid, code text) JOIN commitments c ON c.code = r.code AND c.state_code = $2`;
