/** The floor's own flat copy of the same content, with the indexes that are best for its queries. */
export const FLOOR_TABLES: readonly string[] = [
  `CREATE TABLE floor_commitments AS
   SELECT p.id AS plan_id, p.status = 'adopted' AS adopted, p.version_number + 2017 AS year, p.state_code, co.id AS commitment_id, co.code, v.number,
          v.area_key, v.title_en, v.title_es
     FROM plans p JOIN commitment_versions v ON v.plan_id = p.id JOIN commitments co ON co.id = v.commitment_id ORDER BY p.id, v.number`,
  `CREATE INDEX ON floor_commitments (plan_id, number)`,
  `CREATE INDEX ON floor_commitments (year, commitment_id) INCLUDE (state_code, area_key)`,
  `CREATE TABLE floor_updates AS
   SELECT u.id, u.commitment_id, co.code, v.title_en, v.title_es, u.state_code, u.area_key, u.cycle_id, cy.key AS cycle_key, cy.year, u.revision, u.review_state,
          u.is_latest, u.stage, u.outlook, u.percent, u.percent_source, u.no_change, u.narrative_en, u.narrative_es, u.challenges_en,
          u.challenges_es, u.next_steps_en, u.next_steps_es, u.support_needed_en, u.support_needed_es, u.illustrative, u.revision_reason,
          u.period_end, u.submitted_at, u.decided_at, u.updated_at, u.version
     FROM updates u JOIN commitments co ON co.id = u.commitment_id JOIN cycles cy ON cy.id = u.cycle_id
     JOIN plans p ON p.state_code = u.state_code AND p.status = 'adopted'
     JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = u.commitment_id
    ORDER BY u.id`,
  `ALTER TABLE floor_updates ADD PRIMARY KEY (id)`,
  `CREATE INDEX floor_latest ON floor_updates (commitment_id, period_end DESC, revision DESC)`,
  `CREATE INDEX floor_filtered ON floor_updates (state_code, area_key, review_state, period_end DESC, id DESC)`,
  `CREATE INDEX floor_matrix ON floor_updates (cycle_key, commitment_id, revision DESC) INCLUDE (state_code, area_key, review_state, stage, percent)`,
  `CREATE INDEX floor_year ON floor_updates (year)`,
];
