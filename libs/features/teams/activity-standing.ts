/**
 * Where an activity `a` stands, as a lateral join named `said` with `status`, `illustrative`, `percent`, `key` of the cycle
 * and whether that is `published`: what the newest cycle says whose approved update names the activity, by the highest
 * approved revision. Nothing joins while no update that counts names it; then the workplan's own word holds.
 * @param counts condition on the cycle `cy` and the activity `a`
 */
const standing = (counts: string): string => `
  LEFT JOIN LATERAL (
    SELECT r.status, r.illustrative, r.percent::float8 AS percent, cy.key, cy.state = 'published' AS published
      FROM team_update_activities r JOIN team_updates u ON u.id = r.update_id JOIN cycles cy ON cy.id = u.cycle_id
     WHERE r.activity_id = a.id AND u.review_state IN ('approved', 'published') AND ${counts}
       AND NOT EXISTS (SELECT FROM team_updates n WHERE n.cycle_id = u.cycle_id AND n.team_key = u.team_key AND n.revision > u.revision
                          AND n.review_state IN ('approved', 'published'))
     ORDER BY cy.facts_to DESC, cy.key LIMIT 1
  ) said ON true`;

/**
 * For a reader: what published cycles say, and what is approved and waits for publication only with `all` or for own teams.
 * @param all, teams placeholders of a boolean and of keys of teams
 */
export const standingForReader = (all: string, teams: string): string =>
  standing(`(cy.state = 'published' OR ${all}::boolean OR a.team_key = ANY(${teams}::text[]))`);

/** At the end of a cycle, published or not. @param cycle placeholder of its key */
export const standingInCycle = (cycle: string): string =>
  standing(`cy.facts_to <= (SELECT facts_to FROM cycles WHERE key = ${cycle})`);

/** Status of an activity `a` that `standing` was joined to. */
export const STATUS = 'coalesce(said.status, a.status)';
export const ILLUSTRATIVE = 'coalesce(said.illustrative, a.status_illustrative)';
