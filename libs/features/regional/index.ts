export { annualMeetingsImport } from './annual-meeting.import.js';
export type { AcronymInput } from './acronym.dto.js';
export type { ContextFigureBody, PublishedCountBody } from './regional-figures.dto.js';
export { acronymsImport, contextFiguresImport } from './regional-figures.import.js';
export { RegionalFiguresService } from './regional-figures.service.js';
export type { RegionalPlanBody } from './regional-plan.dto.js';
export { RegionalPlansService } from './regional-plans.service.js';
export type { AnnualMeetingBody, RegionalDocumentBody } from './regional-record.dto.js';
export { RegionalModule } from './regional.module.js';
export { RegionalSections } from './regional-sections.js';
export * from './regional.vocabulary.js';

import { Acronym } from './acronym.entity.js';
import { AnnualMeeting } from './annual-meeting.entity.js';
import { ContextFigure } from './context-figure.entity.js';
import { PublishedCount } from './published-count.entity.js';
import { RegionalDocument } from './regional-document.entity.js';
import {
  RegionalPlan,
  RegionalPlanDocument,
  RegionalPlanItem,
  RegionalPlanItemArea,
  RegionalPlanItemCommitment,
} from './regional-plan.entity.js';
/** Tables of this room. */
export const regionalEntities = [
  AnnualMeeting,
  RegionalDocument,
  RegionalPlan,
  RegionalPlanItem,
  RegionalPlanItemArea,
  RegionalPlanItemCommitment,
  RegionalPlanDocument,
  ContextFigure,
  PublishedCount,
  Acronym,
];
