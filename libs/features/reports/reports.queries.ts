/** SQL of reports. A report is visible once its cycle is published, or to who reads the whole region before. */

const COLUMNS = `
  r.id, r.snapshot_id AS "snapshotId", c.key AS "cycleKey", s.number AS "snapshotNumber", r.kind, NULLIF(r.subject, '') AS subject,
  coalesce(st.name_en, tm.name_en, ar.name_en) AS "subjectEn", coalesce(st.name_es, tm.name_es, ar.name_es) AS "subjectEs", r.lang, r.format, r.state, r.progress,
  r.sha256, r.bytes, r.failure, r.created_at AS "createdAt", r.finished_at AS "finishedAt", r.storage_key AS "storageKey", r.read_at AS "readAt"`;

/** What short papers `r` are about: a State `st`, a team `tm` or an area `ar`. */
export const SUBJECTS_OF_REPORTS = `
  LEFT JOIN states st ON r.kind = 'state' AND st.code = r.subject
  LEFT JOIN teams tm ON r.kind = 'team' AND tm.key = r.subject
  LEFT JOIN areas ar ON r.kind = 'area' AND ar.key = r.subject`;

const FROM = `
  FROM reports r JOIN cycles c ON c.id = r.cycle_id JOIN snapshots s ON s.id = r.snapshot_id ${SUBJECTS_OF_REPORTS}`;

/** Which reports `r` of cycles `c` everybody may read: once made, one stays visible while it is made again. */
export const PUBLIC_REPORT = `c.state = 'published' AND r.read_at IS NOT NULL`;

/** $1 whether the actor sees unpublished cycles. */
const VISIBLE = `($1 OR (${PUBLIC_REPORT}))`;

/** Where a paper `r` of a cycle `c` stands among the reports: `2024-annual/state-mx`. */
export const PAPER_PLACE = `c.key || '/' || concat_ws('-', replace(r.kind, '_', '-'), lower(nullif(r.subject, '')))`;

/** Newest first, at most 500. $1 whether the actor sees unpublished cycles; $2 cycle key, $3 kind, $4 subject, each or null. */
export const REPORT_LIST = `
  SELECT ${COLUMNS} ${FROM}
  WHERE ${VISIBLE} AND ($2::text IS NULL OR c.key = $2) AND ($3::text IS NULL OR r.kind = $3) AND ($4::text IS NULL OR r.subject = $4)
  ORDER BY r.created_at DESC, r.id DESC LIMIT 500`;

/** $1 whether the actor sees unpublished cycles, $2 id. */
export const REPORT_BY_ID = `
  SELECT ${COLUMNS} ${FROM}
  WHERE ${VISIBLE} AND r.id = $2`;

/** Nothing when there is one already. $1 id, $2 snapshot, $3 kind, $4 subject, $5 lang, $6 format, $7 template, $8 who, $9 now, $10 run. */
export const REPORT_INSERT = `
  INSERT INTO reports (id, snapshot_id, cycle_id, kind, subject, lang, format, template, created_by, created_at, updated_at, run)
  SELECT $1, s.id, s.cycle_id, $3, $4, $5, $6, $7, $8, $9, $9, $10 FROM snapshots s WHERE s.id = $2
  ON CONFLICT ON CONSTRAINT reports_what DO NOTHING`;

/** $1 snapshot, $2 kind, $3 subject, $4 lang, $5 format, $6 template. */
export const REPORT_SAME = `
  SELECT id, state, storage_key AS "storageKey", updated_at AS "updatedAt" FROM reports
  WHERE snapshot_id = $1 AND kind = $2 AND subject = $3 AND lang = $4 AND format = $5 AND template = $6 FOR UPDATE`;

/** Starts a report over; what was begun for the last asking stops. $1 id, $2 now, $3 run. */
export const REPORT_RESTART = `
  UPDATE reports SET state = 'queued', progress = 0, failure = NULL, storage_key = NULL, sha256 = NULL, bytes = NULL,
    finished_at = NULL, updated_at = $2, run = $3 WHERE id = $1`;

/** $1 id, $2 now. */
export const REPORT_CANCEL = `
  UPDATE reports SET state = 'cancelled', finished_at = $2, updated_at = $2 WHERE id = $1 AND state IN ('queued', 'running')`;

/** Takes a report up unless it is done, called off or asked for anew. $1 id, $2 run, $3 now. */
export const REPORT_TAKE = `
  UPDATE reports r SET state = 'running', progress = 5, updated_at = $3
  FROM snapshots s WHERE r.id = $1 AND r.run = $2 AND s.id = r.snapshot_id AND r.state IN ('queued', 'running')
  RETURNING r.id, r.snapshot_id AS "snapshotId", s.number, s.sha256 AS "snapshotSha256", r.kind, r.subject, r.lang, r.format`;

/** Nothing for a report that was called off or asked for anew. $1 id, $2 run, $3 percent, $4 now. */
export const REPORT_PROGRESS = `
  UPDATE reports SET progress = greatest(progress, $3), updated_at = $4 WHERE id = $1 AND run = $2 AND state = 'running'`;

/** $1 id, $2 run, $3 key, $4 hash, $5 bytes, $6 now, $7 when the snapshot was read. */
export const REPORT_DONE = `
  UPDATE reports SET state = 'done', progress = 100, storage_key = $3, sha256 = $4, bytes = $5, finished_at = $6, updated_at = $6, read_at = $7
  WHERE id = $1 AND run = $2 AND state = 'running'`;

/** Whether a file is one that people read. $1 key. */
export const REPORT_HOLDS = `SELECT id FROM reports WHERE storage_key = $1`;

/** Starts a report over whose file shows what may not be shown any more. $1 id, $2 now, $3 run, $4 hash of that file. */
export const REPORT_REDACT = `${REPORT_RESTART} AND state = 'done' AND sha256 = $4`;

/** Finished reports: what a withdrawal may concern. */
export const REPORT_FINISHED = `
  SELECT id, snapshot_id AS "snapshotId", storage_key AS "storageKey", sha256, read_at AS "readAt" FROM reports
  WHERE state = 'done' ORDER BY created_at, id`;

/** $1 id, $2 run, $3 failure, $4 now. */
export const REPORT_FAILED = `
  UPDATE reports SET state = 'failed', failure = $3, finished_at = $4, updated_at = $4
   WHERE id = $1 AND run = $2 AND state IN ('queued', 'running')`;
