import type { Database } from '#platform/database';
import { ABROAD, keyOf, OTHER_TEAM } from './world.js';

/** A word that stands nowhere but in what is hidden. */
export const SECRET_WORD = 'zacatecoluca';

const OPEN = keyOf('open');
const DRAFT_UPDATES = `state_code = '${ABROAD}' AND review_state = 'draft'`;

const CHANGES = [
  `UPDATE updates SET narrative_en = '${SECRET_WORD}', narrative_es = '${SECRET_WORD}', challenges_en = '${SECRET_WORD}', stage = 'fulfilled',
          outlook = 'off_track', percent = 99, percent_source = 'reported', version = version + 7, updated_at = now() + interval '1 day'
    WHERE ${DRAFT_UPDATES}`,
  `INSERT INTO updates (id, commitment_id, cycle_id, state_code, area_key, review_state, stage, narrative_en, period_end)
   SELECT gen_random_uuid(), c.id, y.id, '${ABROAD}', v.area_key, 'draft', 'discontinued', '${SECRET_WORD}', '2061-12-31'
     FROM commitments c JOIN commitment_versions v ON v.commitment_id = c.id JOIN cycles y ON y.key = '${OPEN}'
    WHERE c.state_code = '${ABROAD}' AND NOT EXISTS (SELECT FROM updates u WHERE u.commitment_id = c.id AND u.cycle_id = y.id)
   ON CONFLICT DO NOTHING`,
  `UPDATE facts SET text_en = '${SECRET_WORD}', text_es = '${SECRET_WORD}', version = version + 7, updated_at = now() + interval '1 day'
    WHERE ${DRAFT_UPDATES}`,
  `INSERT INTO facts (id, cycle_id, state_code, area_key, kind, text_en, review_state, submitted_at)
   SELECT gen_random_uuid(), c.id, '${ABROAD}', 'protection', 'indicator_observation', '${SECRET_WORD}', s.state,
          CASE s.state WHEN 'submitted' THEN now() END FROM cycles c, (VALUES ('draft'), ('submitted')) AS s(state), generate_series(1, 3)
    WHERE c.key = '${OPEN}'`,
  // Odd enough to be found: 900 of 100 are not 8.
  `INSERT INTO figures (id, fact_id, value, value_state, value_type, qualifier, basis, role, unit_en, numerator, denominator)
   SELECT gen_random_uuid(), id, 8, 'reported', 'ratio', 'exact', 'period', 'observed', '${SECRET_WORD}', 900, 100 FROM facts
    WHERE text_en = '${SECRET_WORD}'`,
  `UPDATE stories SET title_en = '${SECRET_WORD}', title_es = '${SECRET_WORD}', version = version + 7, updated_at = now() + interval '1 day'
    WHERE state_code = '${ABROAD}' AND status = 'draft'`,
  `INSERT INTO stories (id, state_code, year, title_en, title_es, text_en, text_es, name_changed, status, updated_at)
   SELECT gen_random_uuid(), '${ABROAD}', 2024, '${SECRET_WORD}', '${SECRET_WORD}', 't', 't', true, 'draft', now() FROM generate_series(1, 5)`,
  `UPDATE team_updates SET summary_en = '${SECRET_WORD}', version = version + 7, updated_at = now() + interval '1 day' WHERE team_key = '${OTHER_TEAM}' AND review_state = 'draft'`,
  `DELETE FROM team_updates t USING cycles c WHERE c.id = t.cycle_id AND c.key = '${keyOf('planned')}' AND t.team_key = '${OTHER_TEAM}'`,
  `UPDATE commitment_explanations x SET text_en = '${SECRET_WORD}' FROM cycles y, commitments c
    WHERE y.id = x.cycle_id AND y.key = '${OPEN}' AND c.id = x.commitment_id AND c.state_code = '${ABROAD}'`,
  `INSERT INTO finding_answers (id, cycle_id, state_code, fingerprint, check_key, found_en, found_es, answer, text_en, at)
   SELECT gen_random_uuid(), id, '${ABROAD}', '${SECRET_WORD}', 'outlier', '${SECRET_WORD}', '${SECRET_WORD}', 'explained', '${SECRET_WORD}', now()
     FROM cycles WHERE key = '${OPEN}'`,
  `UPDATE state_submissions s SET note = '${SECRET_WORD}', version = s.version + 7 FROM cycles c
    WHERE c.id = s.cycle_id AND c.key = '${OPEN}' AND s.state_code = '${ABROAD}'`,
  `INSERT INTO submission_messages (id, submission_id, at, kind, text)
   SELECT gen_random_uuid(), s.id, now(), 'question', '${SECRET_WORD}' FROM state_submissions s JOIN cycles c ON c.id = s.cycle_id
    WHERE c.key = '${OPEN}' AND s.state_code = '${ABROAD}'`,
];

/** Changes, adds and removes what another State and another team have in work and nobody else may see. */
export async function changeWhatIsHidden(database: Database): Promise<void> {
  for (const change of CHANGES)
    if ((await database.execute(change)) === 0) throw new Error(`nothing was hidden: ${change.slice(0, 60)}`);
}
