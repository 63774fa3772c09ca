export { ALL_CHECKS, type Finding, findingsIn } from './checks.js';
export { conflictsAmong } from './checks/same-subject.rule.js';
export { findingsOf, type PlacedFinding } from './cycle-findings.rules.js';
export type { DataNote } from './data-notes.js';
export * from './figure-subject.rules.js';
export * from './finding.content.js';
export { FindingAnswer } from './finding-answer.entity.js';
export type { CycleMaterial, FactRow, SubjectRow } from './findings.queries.js';
export type { FindingDto } from './findings.dto.js';
export { FindingsService } from './findings.service.js';
export { judge, type JudgedFinding } from './judgement.rules.js';
export * from './quality.labels.js';
export { QualityModule } from './quality.module.js';
export * from './quality.vocabulary.js';

import { FindingAnswer } from './finding-answer.entity.js';
/** Tables of this room. */
export const qualityEntities = [FindingAnswer];
