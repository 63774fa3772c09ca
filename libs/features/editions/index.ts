import type { EntityClass } from '#platform/database';
import { Edition, EditionFile, ReportSectionRow, ReportSectionVersion } from './edition.entities.js';

export * from './edition.vocabulary.js';
export { EditionsModule } from './editions.module.js';
export { sectionReturned } from './edition.topics.js';
export { EditionsService } from './editions.service.js';
export { EditionFilesService } from './edition-files.service.js';
export { type FileOrigin, FileOrigins } from './file-origins.service.js';
export { hashesIn } from './file-hashes.js';
export { EditionRedaction } from './edition-redaction.service.js';
export { EditionMaker } from './edition-maker.service.js';
export { type EditionRun, EditionRuns } from './edition-runs.service.js';
export { EditionJobsModule, editionSubscriptions } from './editions.jobs.js';
export type { ReportEditionDto } from './editions.dto.js';
export { SectionsService } from './sections.service.js';
export { SectionViews } from './section.views.js';

/** Tables of this room. */
export const editionsEntities: EntityClass[] = [ReportSectionRow, ReportSectionVersion, Edition, EditionFile];
