import { createHash } from 'node:crypto';
import type { SnapshotContent } from '#features/rollups';
import type { Lang } from '#platform/http';
import { reportHtml } from './html/report.html.js';
import { composeReport } from './report.compose.js';
import type { ReportDocument, ReportOrigin } from './report.document.js';
import type { ReportFormat, ReportKind } from './report.vocabulary.js';

export interface RenderedReport {
  body: string;
  /** Of the body's UTF-8 bytes, lower-case hex. */
  sha256: string;
}

/** A report's text in one format. Pure: equal arguments, equal bytes. @throws RangeError as `composeReport` does */
export const renderReport = (
  content: SnapshotContent,
  origin: ReportOrigin,
  kind: ReportKind,
  lang: Lang,
  format: ReportFormat,
): RenderedReport => renderDocument(composeReport(content, origin, kind, lang), format);

/** A composed report in one format. */
export function renderDocument(document: ReportDocument, format: ReportFormat): RenderedReport {
  const body = format === 'html' ? reportHtml(document) : `${JSON.stringify(document, null, 1)}\n`;
  return { body, sha256: createHash('sha256').update(body, 'utf8').digest('hex') };
}
