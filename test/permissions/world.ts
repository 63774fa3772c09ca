import type { Database } from '#platform/database';
import { newId } from '#platform/database';
import { CYCLE_STATES, type CycleState } from '#features/cycles';

/** Whose things the people of the matrix work with, and whose they do not. */
export const HOME = 'MX';
export const ABROAD = 'HN';
export const TEAM = 'RTT-RA';
export const OTHER_TEAM = 'RTT-ID';

/** Review state of the update of a cycle in each state, and what that means for readers. */
const UPDATE_STATES = {
  planned: 'draft',
  open: 'draft',
  in_review: 'approved',
  endorsed: 'approved',
  published: 'published',
} as const;

/** A year of its own for the cycle of each state, so that the demo's cycles stay as they are. */
export const keyOf = (state: CycleState): string => `${2060 + CYCLE_STATES.indexOf(state)}-annual`;

/**
 * On top of the demo: one cycle in each state, with a submission, an update with a file, a fact and an explanation of one
 * commitment at home and one abroad, an update of two teams, a draft and a published story of each State, and a report that is
 * not ready yet.
 */
export async function buildWorld(database: Database, focalPointId: string): Promise<void> {
  await database.execute(
    `INSERT INTO commitment_focal_points (id, commitment_id, user_id, from_on)
     SELECT $1, (SELECT id FROM commitments WHERE state_code = $2 ORDER BY code LIMIT 1), $3, '2020-01-01'`,
    [newId(), HOME, focalPointId],
  );
  for (const state of CYCLE_STATES) await addCycle(database, state, focalPointId);
  for (const code of [HOME, ABROAD])
    for (const status of ['draft', 'published'])
      await database.execute(
        `WITH story AS (
           INSERT INTO stories (id, state_code, year, title_en, title_es, text_en, text_es, name_changed, consent_on, consent_ref, status, published_at, updated_at)
           VALUES ($1, $2, 2024, 'T', 'T', 't', 't', true, '2024-01-01', 'Folder', $3, CASE WHEN $3 = 'published' THEN now() END, now()) RETURNING id)
         INSERT INTO story_photos (id, story_id, position, storage_key, bytes, sha256, width, height, alt_en, consent_by)
         SELECT $4, id, 1, 'stories/none.jpg', 1, 'x', 1, 1, 'a', 'Somebody' FROM story`,
        [newId(), code, status, newId()],
      );
  await database.execute(
    `UPDATE reports SET state = 'queued', progress = 0, storage_key = NULL, sha256 = NULL, bytes = NULL, finished_at = NULL, read_at = NULL
      WHERE id = (SELECT id FROM reports ORDER BY id LIMIT 1)`,
  );
}

async function addCycle(database: Database, state: CycleState, focalPointId: string): Promise<void> {
  const [id, year] = [newId(), Number(keyOf(state).slice(0, 4))];
  await database.execute(
    `INSERT INTO cycles (id, key, year, kind, state, facts_from, facts_to, opens_on, due_on, review_by_on, cutoff_on)
     VALUES ($1, $2, $3::int, 'annual', $4, make_date($3::int, 1, 1), make_date($3::int, 12, 31), make_date($3::int, 10, 1), make_date($3::int, 11, 1),
             make_date($3::int, 11, 15), make_date($3::int, 12, 1))`,
    [id, keyOf(state), year, state],
  );
  const submission = {
    planned: 'open',
    open: 'open',
    in_review: 'submitted',
    endorsed: 'accepted',
    published: 'accepted',
  }[state];
  for (const code of [HOME, ABROAD]) {
    await database.execute(
      `INSERT INTO state_submissions (id, cycle_id, state_code, state, submitted_at, decided_at)
       VALUES ($1, $2, $3, $4, CASE WHEN $4 <> 'open' THEN now() END, CASE WHEN $4 = 'accepted' THEN now() END)`,
      [newId(), id, code, submission],
    );
    await database.execute(
      `INSERT INTO updates (id, commitment_id, cycle_id, state_code, area_key, review_state, stage, outlook, author_id, submitted_at, decided_at, period_end)
       SELECT $1, c.id, $2, $3, v.area_key, $4, 'in_progress', 'on_track', $5, CASE WHEN $4 <> 'draft' THEN now() END,
              CASE WHEN $4 NOT IN ('draft', 'submitted') THEN now() END, make_date($6::int, 12, 31)
         FROM commitments c JOIN commitment_versions v ON v.commitment_id = c.id
        WHERE c.state_code = $3 ORDER BY c.code LIMIT 1`,
      [newId(), id, code, UPDATE_STATES[state], code === HOME ? focalPointId : null, year],
    );
    await database.execute(
      `WITH file AS (
         INSERT INTO evidence_files (id, commitment_id, cycle_id, storage_key, name, content_type, bytes, sha256, unnamed_since)
         SELECT $3, commitment_id, cycle_id, 'evidence/none.pdf', 'a.pdf', 'application/pdf', 1, 'x', NULL FROM updates WHERE cycle_id = $1 AND state_code = $2
         RETURNING id)
       INSERT INTO evidence (id, update_id, title_en, kind, file_id)
       SELECT $3, u.id, 't', 'file', file.id FROM updates u, file WHERE u.cycle_id = $1 AND u.state_code = $2`,
      [id, code, newId()],
    );
    await database.execute(
      `INSERT INTO commitment_explanations (cycle_id, commitment_id, kind, text_en, text_es, at)
       SELECT $1, id, 'not_assessed', 't', 't', now() FROM commitments WHERE state_code = $2 ORDER BY code LIMIT 1`,
      [id, code],
    );
    await database.execute(
      `INSERT INTO facts (id, cycle_id, state_code, area_key, kind, text_en, text_es, review_state, author_id, submitted_at, decided_at)
       VALUES ($1, $2, $3, 'protection', 'narrative', 't', 't', $4, $5, CASE WHEN $4 <> 'draft' THEN now() END,
               CASE WHEN $4 NOT IN ('draft', 'submitted') THEN now() END)`,
      [newId(), id, code, UPDATE_STATES[state], code === HOME ? focalPointId : null],
    );
  }
  for (const team of [TEAM, OTHER_TEAM])
    await database.execute(
      `INSERT INTO team_updates (id, team_key, cycle_id, review_state, submitted_at, decided_at)
       VALUES ($1, $2, $3, $4, CASE WHEN $4 <> 'draft' THEN now() END, CASE WHEN $4 NOT IN ('draft', 'submitted') THEN now() END)`,
      [newId(), team, id, UPDATE_STATES[state]],
    );
}
