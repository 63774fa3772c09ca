export * from './report.vocabulary.js';
export type * from './report.document.js';
export type { EditionTexts, WrittenSection } from './report.written.js';
export { ContentIndex, type Standing } from './report.index.js';
export { Markup, markup } from './html/html.js';
export { composeSheet, type Sheet } from './report.sheets.js';
export { paperProblems, renderPaper } from './report.papers.js';
export { sheetSubjects } from './report.subjects.js';
export { composeReport } from './report.compose.js';
export { Formats } from './report.formats.js';
export { type RenderedReport, renderDocument, renderReport } from './report.render.js';
export { reportHtml, REPORT_POLICY } from './html/report.html.js';
export { ReportDto, ReportRequest } from './reports.dto.js';
export { SUBJECTS_OF_REPORTS } from './reports.queries.js';
export { reportFinished, reportRequested } from './report.topics.js';
export { type KnownReport, ReportRegister } from './report-register.service.js';
export { ReportRedaction } from './report-redaction.service.js';
export { ReportSubjects } from './report-subjects.service.js';
export { ReportsService } from './reports.service.js';
export { ReportMaker } from './report-maker.service.js';
export { ReportsModule } from './reports.module.js';
export { makeReport, ReportJobsModule, reportSubscriptions } from './reports.jobs.js';
export { Report } from './report.entity.js';

import type { EntityClass } from '#platform/database';
import { Report } from './report.entity.js';
/** Tables of this room. */
export const reportsEntities: EntityClass[] = [Report];
