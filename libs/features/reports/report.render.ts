import { createHash } from 'node:crypto';
import type { SnapshotContent } from '#features/rollups';
import type { Lang } from '#platform/http';
import { reportHtml } from './html/report.html.js';
import { reportPdf } from './pdf/report.pdf.js';
import { composeReport } from './report.compose.js';
import type { ReportDocument, ReportOrigin } from './report.document.js';
import type { ReportFormat, ReportKind } from './report.vocabulary.js';

export interface RenderedReport {
  body: string | Buffer;
  /** Of the body's bytes (of a text in UTF-8), lower-case hex. */
  sha256: string;
}

/**
 * A report in one format. Equal arguments, equal bytes.
 * @param publicUrl where the tracker is, for the links of forms that are read elsewhere
 * @throws RangeError as `composeReport` does
 */
export const renderReport = (
  content: SnapshotContent,
  origin: ReportOrigin,
  kind: ReportKind,
  lang: Lang,
  format: ReportFormat,
  publicUrl: string,
): Promise<RenderedReport> => renderDocument(composeReport(content, origin, kind, lang), format, publicUrl);

/** A composed report in one format. */
export async function renderDocument(
  document: ReportDocument,
  format: ReportFormat,
  publicUrl: string,
): Promise<RenderedReport> {
  const body = await FORMS[format](document, publicUrl);
  return { body, sha256: createHash('sha256').update(body).digest('hex') };
}

const FORMS: Record<ReportFormat, (document: ReportDocument, publicUrl: string) => string | Promise<Buffer>> =
  {
    html: reportHtml,
    pdf: reportPdf,
    docx: async (document, publicUrl) =>
      (await import('./word/report.word.js')).reportWord(document, publicUrl),
    json: (document) => `${JSON.stringify(document, null, 1)}\n`,
  };
