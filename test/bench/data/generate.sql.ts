import { PLACES } from './search.sql.js';

/**
 * The set-based statements that make the benchmark's data out of the product's own reference data: 7 States, 10 years of
 * plans and cycles, 33 commitments a plan, 24 updates a commitment and year at scale 1.
 */

/** The first of the ten years. The years after them hold the free cycles that the write operation fills. */
export const FIRST_YEAR = 2018;
export const YEARS = 10;
export const LAST_YEAR = FIRST_YEAR + YEARS - 1;
/** Cycles of later years, every one open and empty: room for writes. */
export const FREE_UNTIL = 2100;

/** An id in the order of time, as the product makes them. `at`: milliseconds, `seed`: text that makes it unique. */
const idAt = (at: string, seed: string): string =>
  `(lpad(to_hex(${at}), 12, '0') || '7' || substr(md5(${seed}), 1, 3) || '8' || substr(md5(${seed}), 4, 15))::uuid`;

const msOf = (instant: string): string => `(extract(epoch FROM ${instant}) * 1000)::bigint`;

/** Each year's revision of every plan; commitments keep their identity. $1 year. One statement after the other. */
export const REVISE_PLANS: readonly string[] = [
  `INSERT INTO plans (id, state_code, version_number, title_en, title_es, status, basis)
   SELECT gen_random_uuid(), state_code, version_number + 1, title_en, title_es, 'draft', basis
     FROM plans WHERE status = 'adopted' AND $1::int IS NOT NULL`,
  `INSERT INTO commitment_versions (id, commitment_id, plan_id, number, area_key, title_en, title_es, summary_en, summary_es, action_mode,
                                    target_groups, continuous, priority, weight)
   SELECT gen_random_uuid(), v.commitment_id, d.id, v.number, v.area_key, v.title_en, v.title_es, v.summary_en, v.summary_es, v.action_mode,
          v.target_groups, v.continuous, v.priority, v.weight
     FROM plans p JOIN commitment_versions v ON v.plan_id = p.id JOIN plans d ON d.state_code = p.state_code AND d.status = 'draft'
    WHERE p.status = 'adopted' AND $1::int IS NOT NULL`,
  `INSERT INTO commitment_institutions (commitment_version_id, institution_id, role, basis, position)
   SELECT w.id, i.institution_id, i.role, i.basis, i.position
     FROM plans p JOIN commitment_versions v ON v.plan_id = p.id JOIN commitment_institutions i ON i.commitment_version_id = v.id
     JOIN plans d ON d.state_code = p.state_code AND d.status = 'draft'
     JOIN commitment_versions w ON w.plan_id = d.id AND w.commitment_id = v.commitment_id
    WHERE p.status = 'adopted' AND $1::int IS NOT NULL`,
  `UPDATE plans SET status = 'superseded', version = version + 1 WHERE status = 'adopted' AND $1::int IS NOT NULL`,
  `UPDATE plans SET status = 'adopted', adopted_on = make_date($1::int, 1, 1), version = version + 1 WHERE status = 'draft'`,
];

/** All cycles: nine years published, a mid-year cycle in review, everything later open. */
export const CYCLES = `
  INSERT INTO cycles (id, key, year, kind, state, facts_from, facts_to, opens_on, due_on, review_by_on, cutoff_on, opened_at,
                      review_started_at, endorsed_at, published_at)
  SELECT gen_random_uuid(), y || CASE kind WHEN 'annual' THEN '-annual' ELSE '-mid-year' END, y, kind, state, make_date(y, 1, 1), facts_to,
         facts_to - 30, facts_to + 15, facts_to + 30, facts_to + 45, facts_to - 30,
         CASE WHEN state IN ('in_review', 'published') THEN facts_to + 16 END,
         CASE WHEN state = 'published' THEN facts_to + 45 END, CASE WHEN state = 'published' THEN facts_to + 60 END
    FROM generate_series(${FIRST_YEAR}, ${FREE_UNTIL}) y
    CROSS JOIN LATERAL (VALUES ('mid_year', make_date(y, 6, 30)), ('annual', make_date(y, 9, 30))) k(kind, facts_to)
    CROSS JOIN LATERAL (SELECT CASE WHEN y < ${LAST_YEAR} THEN 'published' WHEN y = ${LAST_YEAR} AND kind = 'mid_year' THEN 'in_review' ELSE 'open' END) s(state)`;

export const SUBMISSIONS = `
  INSERT INTO state_submissions (id, cycle_id, state_code, state, submitted_at, decided_at)
  SELECT gen_random_uuid(), c.id, s.code, CASE WHEN c.state = 'open' THEN 'open' ELSE 'accepted' END,
         CASE WHEN c.state <> 'open' THEN c.facts_to + 15 END, CASE WHEN c.state <> 'open' THEN c.facts_to + 20 END
    FROM cycles c CROSS JOIN states s`;

/** Three focal points a State, eleven commitments each. */
export const FOCAL_POINTS = `
  INSERT INTO commitment_focal_points (id, commitment_id, user_id, from_on)
  SELECT gen_random_uuid(), c.id, u.id, DATE '${FIRST_YEAR}-01-01'
    FROM commitments c JOIN auth_users u ON u.email = 'focal' || (right(c.code, 2)::int % 3) || '.' || lower(c.state_code) || '@bench.example'`;

const NARRATIVE =
  'La oficina de registro de la frontera sur amplió su horario y atendió a personas solicitantes de la condición de refugiado, con prioridad para niñas, niños y adolescentes no acompañados. ' +
  'El convenio con la Secretaría de Educación permitió inscribir a más estudiantes; se entregaron útiles, uniformes y "becas de transporte". ' +
  'En salud, dos brigadas móviles dieron consultas, vacunas y apoyo psicosocial en las comunidades de acogida. ' +
  'La bolsa de trabajo firmó acuerdos con empresas locales, y las personas contratadas recibieron capacitación, documentos y cuentas bancarias. ' +
  'Quedan pendientes la revisión del presupuesto, la contratación de intérpretes y el intercambio de datos entre instituciones. ';

/**
 * The updates of one cycle, oldest revision first, as time would have written them. The highest approved one counts.
 * $1 cycle id, $2 revisions a commitment in this cycle.
 */
export const UPDATES = `
  INSERT INTO updates (id, commitment_id, cycle_id, state_code, area_key, revision, review_state, is_latest, stage, outlook, percent,
                       percent_source, narrative_es, author_id, submitted_at, submitted_by, decided_at, return_reason, revision_reason,
                       period_end, created_at, updated_at)
  SELECT ${idAt(msOf('at'), `key || code || r`)}, commitment_id, cycle_id, state_code, area_key, r, review_state, r = $2::int,
         (ARRAY['not_started', 'planning', 'in_progress', 'in_progress', 'in_progress', 'fulfilled', 'discontinued'])[1 + h % 7],
         (ARRAY['on_track', 'on_track', 'at_risk', 'off_track', 'not_assessed'])[1 + h / 7 % 5],
         percent, CASE WHEN percent IS NOT NULL THEN 'reported' END, left('En ' || place[1 + h / 7 % ${PLACES.length}] || ': ' || substr(text || text, 1 + h / 35 % length(text), 600), 600), author_id, submitted_at,
         CASE WHEN submitted_at IS NOT NULL THEN author_id END, CASE WHEN review_state NOT IN ('draft', 'submitted') THEN at + interval '2 days' END,
         CASE WHEN review_state = 'returned' THEN 'Indique el período que cubre la cifra.' END,
         CASE WHEN r > 1 THEN 'Corrección de la cifra reportada.' END, facts_to, at, at
    FROM (
      SELECT c.id AS cycle_id, c.key, c.facts_to, v.commitment_id, co.code, co.state_code, v.area_key, r, f.user_id AS author_id, x.h,
             CASE WHEN x.h % 20 > 0 THEN (x.h % 10001)::numeric / 100 END AS percent, x.at, w.review_state,
             CASE WHEN w.review_state <> 'draft' THEN x.at + interval '1 day' END AS submitted_at
        FROM cycles c
        JOIN plans p ON p.version_number = c.year - ${FIRST_YEAR} + 1
        JOIN commitment_versions v ON v.plan_id = p.id
        JOIN commitments co ON co.id = v.commitment_id
        JOIN commitment_focal_points f ON f.commitment_id = co.id
        CROSS JOIN generate_series(1, $2::int) r
        CROSS JOIN LATERAL (SELECT (hashtextextended(c.key || co.code, r) & 2147483647)::int AS h,
                                   c.opens_on + (r - 1) * interval '40 days' / $2::int + v.number * interval '1 second' AS at) x
        CROSS JOIN LATERAL (SELECT CASE WHEN c.state = 'published' THEN 'published'
                                        WHEN c.state = 'open' AND r = $2::int THEN (ARRAY['draft', 'submitted', 'returned', 'approved', 'approved'])[1 + v.number % 5]
                                        ELSE 'approved' END AS review_state) w
       WHERE c.id = $1
    ) u, (VALUES ($$${NARRATIVE}$$, ARRAY['${PLACES.join("', '")}'])) n(text, place)
   ORDER BY at, code`;
