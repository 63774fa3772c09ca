/** SQL that tells whose bytes a file has. */
import { PAPER_PLACE, PUBLIC_REPORT, SUBJECTS_OF_REPORTS } from '#features/reports';

/** Files of editions, as they are stored. */
const EDITION_NOW = `
  SELECT e.id AS edition_id, NULL::uuid AS report_id, e.snapshot_id, c.kind, '' AS subject, f.lang, f.format, f.template,
         f.updated_at AS made_at, NULL AS replaced, e.state = 'published' AS public
    FROM edition_files f JOIN editions e ON e.id = f.edition_id JOIN cycles c ON c.id = e.cycle_id WHERE f.sha256 = $1`;

/** Files of editions as they were made once: before the texts were frozen again, before something was taken back, or in an older form. */
const EDITION_ONCE = `
  SELECT e.id, NULL, (a.after->>'snapshotId')::uuid, c.kind, '', a.after->>'lang', a.after->>'format', (a.after->>'template')::int, a.at, was.replaced,
         e.state = 'published' AND was.replaced <> 'draft'
    FROM audit_entries a JOIN editions e ON e.id::text = a.entity_id JOIN cycles c ON c.id = e.cycle_id
    CROSS JOIN LATERAL (SELECT CASE
      WHEN EXISTS (SELECT FROM audit_entries p WHERE p.entity_id = a.entity_id AND p.action = 'edition.prepare' AND p.id > a.id) THEN 'draft'
      WHEN EXISTS (SELECT FROM audit_entries t WHERE t.entity_id = a.entity_id AND t.action = 'edition.redact' AND t.after->>'sha256' = $1) THEN 'taken_back'
      ELSE 'remade' END) AS was (replaced)
   WHERE a.action = 'edition.make' AND a.after->>'sha256' = $1`;

const REPORT_NOW = `
  SELECT NULL, r.id, r.snapshot_id, r.kind, r.subject, r.lang, r.format, r.template, r.finished_at, NULL, ${PUBLIC_REPORT}
    FROM reports r JOIN cycles c ON c.id = r.cycle_id WHERE r.sha256 = $1`;

/** Single reports as they were before something in them was taken back. */
const REPORT_ONCE = `
  SELECT NULL, r.id, r.snapshot_id, r.kind, r.subject, r.lang, r.format, r.template, a.at, 'taken_back', ${PUBLIC_REPORT}
    FROM audit_entries a JOIN reports r ON r.id::text = a.entity_id JOIN cycles c ON c.id = r.cycle_id
   WHERE a.action = 'report.redact' AND a.before->>'sha256' = $1`;

/** Reports that the command line wrote; their kind is told as `state MX`. */
const WRITTEN = `
  SELECT NULL, NULL, s.id, split_part(a.after->>'kind', ' ', 1), split_part(a.after->>'kind', ' ', 2), a.after->>'lang', a.after->>'format',
         (a.after->>'template')::int, a.at, NULL, c.state = 'published'
    FROM audit_entries a JOIN snapshots s ON s.id::text = a.entity_id JOIN cycles c ON c.id = s.cycle_id
   WHERE a.action = 'report.write' AND a.after->>'sha256' = $1`;

/**
 * What has these bytes: rather what is still read than what was, rather what is public, rather an edition, of those the newest. $1 SHA-256 in
 * lower-case hex, $2 whether only what is public counts.
 */
export const ORIGIN_OF_BYTES = `
  SELECT r.kind, nullif(r.subject, '') AS subject, coalesce(st.name_en, tm.name_en, ar.name_en) AS "subjectEn",
         coalesce(st.name_es, tm.name_es, ar.name_es) AS "subjectEs", c.key AS "cycleKey", e.number AS edition, e.published_at AS "publishedAt",
         (SELECT max(n.number) FROM editions n WHERE n.cycle_id = e.cycle_id AND n.state = 'published' AND n.number > e.number) AS newer,
         r.lang, r.format, r.template, s.id AS "snapshotId", s.number AS "snapshotNumber", s.sha256 AS "snapshotSha256", r.made_at AS "madeAt",
         r.replaced, r.public,
         CASE WHEN e.id IS NOT NULL THEN c.key || '/' || e.number WHEN r.report_id IS NULL THEN NULL
              WHEN r.kind = 'annual' THEN r.report_id::text ELSE ${PAPER_PLACE} END AS place
    FROM (${[EDITION_NOW, EDITION_ONCE, REPORT_NOW, REPORT_ONCE, WRITTEN].join(' UNION ALL ')}) r
    JOIN snapshots s ON s.id = r.snapshot_id JOIN cycles c ON c.id = s.cycle_id LEFT JOIN editions e ON e.id = r.edition_id
    ${SUBJECTS_OF_REPORTS}
   WHERE r.public OR NOT $2
   ORDER BY r.replaced IS NOT NULL, r.public DESC, r.edition_id IS NULL, e.number DESC, r.made_at DESC LIMIT 1`;

/** Snapshots that a file may name. $1 SHA-256s. */
export const SNAPSHOTS_NAMED = `
  SELECT s.id, s.number, s.sha256, c.key AS "cycleKey" FROM snapshots s JOIN cycles c ON c.id = s.cycle_id
   WHERE s.sha256 = ANY ($1::text[]) ORDER BY s.created_at DESC LIMIT 1`;
