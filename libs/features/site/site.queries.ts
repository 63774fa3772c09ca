/** SQL of the public site. Only cycles in the state `published` are ever joined. */

const EDITION = `
  c.key AS "cycleKey", c.year, c.kind, c.facts_from AS "factsFrom", c.facts_to AS "factsTo", s.id AS "snapshotId",
  s.number, s.sha256, s.created_at AS "frozenAt", c.published_at AS "publishedAt"`;

const PUBLISHED = `
  FROM cycles c JOIN LATERAL (SELECT * FROM snapshots WHERE cycle_id = c.id ORDER BY number DESC LIMIT 1) s ON true
  WHERE c.state = 'published'`;

const NEWEST_FIRST = `ORDER BY c.facts_to DESC, c.kind, c.year DESC`;

/** What was published, newest first. */
export const EDITIONS = `SELECT ${EDITION} ${PUBLISHED} ${NEWEST_FIRST}`;

/**
 * The newest edition, or that of one cycle, with its frozen text unless that is known already. $1 cycle key or null,
 * $2 ids of snapshots whose content is at hand.
 */
export const EDITION_CONTENT = `
  SELECT ${EDITION}, CASE WHEN s.id = ANY($2::uuid[]) THEN NULL ELSE s.canonical END AS canonical
  ${PUBLISHED} AND ($1::text IS NULL OR c.key = $1) ${NEWEST_FIRST} LIMIT 1`;
