/** What lists show of an update: the fields of `UpdateState`. */
export const summaryOf = (
  u: string,
): string => `${u}.id, ${u}.revision, ${u}.review_state AS "reviewState", ${u}.is_latest AS "isLatest",
  ${u}.stage, ${u}.outlook, ${u}.percent, ${u}.percent_source AS "percentSource", ${u}.no_change AS "noChange",
  ${u}.narrative_en AS "narrativeEn", ${u}.narrative_es AS "narrativeEs", ${u}.illustrative, ${u}.period_end AS "periodEnd",
  ${u}.submitted_at AS "submittedAt", ${u}.updated_at AS "updatedAt", ${u}.version`;

/** Whose update it is, for lists over commitments. Aliases: `co`, `cy`, `v` (version in force). */
export const contextOf = (
  u: string,
): string => `${u}.commitment_id AS "commitmentId", co.code, v.title_en AS "titleEn", v.title_es AS "titleEs",
  cy.key AS "cycleKey", ${u}.state_code AS "stateCode", ${u}.area_key AS "areaKey"`;

/** The joins behind `contextOf`. */
export const contextJoins = (u: string): string => `JOIN commitments co ON co.id = ${u}.commitment_id
  JOIN cycles cy ON cy.id = ${u}.cycle_id
  LEFT JOIN plans p ON p.state_code = ${u}.state_code AND p.status = 'adopted'
  LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = ${u}.commitment_id`;
