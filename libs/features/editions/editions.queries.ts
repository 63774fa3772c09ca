/** SQL of editions and their files. */

const FILES = `coalesce((SELECT json_agg(json_build_object('lang', f.lang, 'format', f.format, 'state', f.state, 'progress', f.progress, 'step', f.step, 'failure', f.failure,
    'sha256', f.sha256, 'bytes', f.bytes, 'template', f.template) ORDER BY f.lang, f.format) FROM edition_files f WHERE f.edition_id = e.id), '[]')`;

const COLUMNS = `
  e.id, c.key AS "cycleKey", c.kind, e.number, e.state, e.note_en AS "noteEn", e.note_es AS "noteEs", e.snapshot_id AS "snapshotId",
  s.number AS "snapshotNumber", s.sha256 AS "snapshotSha256", e.texts_sha256 AS "textsSha256", e.created_at AS "createdAt",
  e.presidency_at AS "presidencyAt", p.name AS "presidencyName", e.presidency_by AS "presidencyBy", e.secretariat_at AS "secretariatAt",
  t.name AS "secretariatName", e.secretariat_by AS "secretariatBy", e.published_at AS "publishedAt", e.version, ${FILES} AS files,
  e.state = 'published' AND NOT EXISTS (SELECT FROM editions n WHERE n.cycle_id = e.cycle_id AND n.number > e.number AND n.state = 'published') AS newest`;

const FROM = `
  FROM editions e JOIN cycles c ON c.id = e.cycle_id JOIN snapshots s ON s.id = e.snapshot_id
  LEFT JOIN auth_users p ON p.id = e.presidency_by LEFT JOIN auth_users t ON t.id = e.secretariat_by`;

/** Newest first, at most 200. $1 whether the actor sees those in preparation, $2 cycle key or null, $3 number or null. */
export const EDITIONS = `
  SELECT ${COLUMNS} ${FROM}
   WHERE ($1 OR e.state = 'published') AND ($2::text IS NULL OR c.key = $2) AND ($3::int IS NULL OR e.number = $3)
   ORDER BY c.year DESC, c.kind, e.number DESC LIMIT 200`;

/** $1 cycle. */
export const EDITIONS_OF_CYCLE = `
  SELECT id, number, state, version FROM editions WHERE cycle_id = $1 ORDER BY number DESC FOR UPDATE`;

/** $1 id, $2 cycle, $3 number, $4 snapshot, $5 note en, $6 note es, $7 texts, $8 hash, $9 who, $10 now. */
export const EDITION_INSERT = `
  INSERT INTO editions (id, cycle_id, number, snapshot_id, note_en, note_es, texts, texts_sha256, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Puts the edition in preparation together again: what was approved was another text. $1 id, $2 snapshot, $3 to $8 as before from the note. */
export const EDITION_AGAIN = `
  UPDATE editions SET snapshot_id = $2, note_en = $3, note_es = $4, texts = $5, texts_sha256 = $6, created_by = $7, created_at = $8,
    presidency_by = NULL, presidency_at = NULL, secretariat_by = NULL, secretariat_at = NULL, version = version + 1
   WHERE id = $1 AND state = 'preparing'`;

/** $1 edition. */
export const FILES_DROP = `DELETE FROM edition_files WHERE edition_id = $1 RETURNING storage_key AS "storageKey"`;

/**
 * Files to be made: those that were never made, failed, were called off, are of an older form, lost their bytes, or gave no sign of
 * work for long; what is read stays until the new one is stored. $1 ids, $2 edition, $3 langs, $4 formats, $5 template, $6 run, $7 now,
 * $8 since when there must have been a sign, $9 keys that the storage lost.
 */
export const FILES_ASK = `
  INSERT INTO edition_files (id, edition_id, lang, format, template, run, updated_at)
  SELECT w.id, $2, w.lang, w.format, $5, $6, $7 FROM unnest($1::uuid[], $3::text[], $4::text[]) AS w (id, lang, format)
  ON CONFLICT ON CONSTRAINT edition_files_what DO UPDATE SET state = 'queued', progress = 0, step = NULL, failure = NULL, run = $6, updated_at = $7
   WHERE CASE WHEN edition_files.state = 'done' THEN edition_files.template <> $5 OR edition_files.storage_key = ANY ($9::text[])
              ELSE edition_files.state IN ('failed', 'cancelled') OR edition_files.updated_at < $8 END`;

/** $1 edition. */
export const FILES_STORED = `
  SELECT storage_key AS key FROM edition_files WHERE edition_id = $1 AND state = 'done'`;

/** $1 edition, $2 now. */
export const FILES_CANCEL = `
  UPDATE edition_files SET state = 'cancelled', failure = NULL, updated_at = $2 WHERE edition_id = $1 AND state IN ('queued', 'running')`;

/** What a run still has to do in a language. $1 edition, $2 run, $3 lang. */
export const FILES_OF_RUN = `
  SELECT id, lang, format FROM edition_files
   WHERE edition_id = $1 AND run = $2 AND lang = $3 AND state IN ('queued', 'running') ORDER BY format`;

/** Nothing for a file that another run took up or that somebody called off. $1 ids, $2 run, $3 percent, $4 now, $5 step. */
export const FILES_PROGRESS = `
  UPDATE edition_files SET state = 'running', progress = greatest(progress, $3), step = $5, updated_at = $4
   WHERE id = ANY ($1::uuid[]) AND run = $2 AND state IN ('queued', 'running')`;

/** Gives the key and the hash of the file that it replaces, or nulls. $1 id, $2 run, $3 key, $4 hash, $5 bytes, $6 when the snapshot was read, $7 now, $8 template. */
export const FILE_DONE = `
  WITH before AS (SELECT id, storage_key, sha256 FROM edition_files WHERE id = $1 AND run = $2 AND state = 'running' FOR UPDATE)
  UPDATE edition_files f
     SET state = 'done', progress = 100, failure = NULL, storage_key = $3, sha256 = $4, bytes = $5, read_at = $6, updated_at = $7, template = $8
    FROM before WHERE f.id = before.id RETURNING before.storage_key AS replaced, before.sha256 AS before`;

/** What was approved are the bytes of an edition's files: others want approvals of their own. $1 edition. */
export const APPROVALS_VOID = `
  UPDATE editions SET presidency_by = NULL, presidency_at = NULL, secretariat_by = NULL, secretariat_at = NULL, version = version + 1
   WHERE id = $1 AND state = 'preparing' AND (presidency_at IS NOT NULL OR secretariat_at IS NOT NULL)`;

/** Which of these files are in use. $1 keys. */
export const FILES_HELD = `SELECT storage_key AS key FROM edition_files WHERE storage_key = ANY ($1::text[])`;

/** $1 id, $2 run, $3 failure. */
export const FILE_TROUBLE = `
  UPDATE edition_files SET failure = $3 WHERE id = $1 AND run = $2 AND state = 'running'`;

/** $1 edition, $2 run, $3 lang, $4 now, $5 failure of those that have none of their own. */
export const FILES_FAILED = `
  UPDATE edition_files SET state = 'failed', failure = coalesce(failure, $5), updated_at = $4
   WHERE edition_id = $1 AND run = $2 AND lang = $3 AND state IN ('queued', 'running')`;

/** A file that shows what was taken back waits to be made again. $1 edition, $2 lang, $3 format, $4 hash, $5 run, $6 now, $7 template. */
export const FILE_REDACT = `
  UPDATE edition_files SET state = 'queued', progress = 0, step = NULL, failure = NULL, run = $5, template = $7, storage_key = NULL, sha256 = NULL, bytes = NULL, read_at = NULL,
    updated_at = $6
   WHERE edition_id = $1 AND lang = $2 AND format = $3 AND sha256 = $4`;

/** Files that people may read: what a withdrawal may concern. */
export const FILES_FINISHED = `
  SELECT f.edition_id AS "editionId", e.number, e.snapshot_id AS "snapshotId", f.lang, f.format, f.storage_key AS "storageKey", f.sha256,
         f.read_at AS "readAt"
    FROM edition_files f JOIN editions e ON e.id = f.edition_id WHERE f.storage_key IS NOT NULL ORDER BY f.edition_id, f.lang, f.format`;

/** $1 edition, $2 lang, $3 format. */
export const FILE_ONE = `
  SELECT state, storage_key AS "storageKey", sha256, bytes, read_at AS "readAt" FROM edition_files
   WHERE edition_id = $1 AND lang = $2 AND format = $3`;

/** $1 who, $2 now, $3 edition, $4 version. */
export const APPROVE = {
  presidency: `UPDATE editions SET presidency_by = $1, presidency_at = $2, version = version + 1 WHERE id = $3 AND version = $4 AND state = 'preparing' AND presidency_at IS NULL`,
  secretariat: `UPDATE editions SET secretariat_by = $1, secretariat_at = $2, version = version + 1 WHERE id = $3 AND version = $4 AND state = 'preparing' AND secretariat_at IS NULL`,
} as const;

/** Takes an approval back. $1 edition, $2 version. */
export const WITHDRAW = {
  presidency: `UPDATE editions SET presidency_by = NULL, presidency_at = NULL, version = version + 1 WHERE id = $1 AND version = $2 AND state = 'preparing' AND presidency_at IS NOT NULL`,
  secretariat: `UPDATE editions SET secretariat_by = NULL, secretariat_at = NULL, version = version + 1 WHERE id = $1 AND version = $2 AND state = 'preparing' AND secretariat_at IS NOT NULL`,
} as const;

/** $1 edition, $2 version, $3 now. */
export const EDITION_PUBLISH = `
  UPDATE editions SET state = 'published', published_at = $3, version = version + 1
   WHERE id = $1 AND version = $2 AND state = 'preparing'`;
