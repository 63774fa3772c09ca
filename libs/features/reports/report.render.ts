import { createHash } from 'node:crypto';
import type { SnapshotContent } from '#features/rollups';
import type { Lang } from '#platform/http';
import { reportHtml } from './html/report.html.js';
import { reportPdf } from './pdf/report.pdf.js';
import { drawn, type Drawings } from './charts/drawing.js';
import { assertKind, composeReport } from './report.compose.js';
import type { ReportDocument, ReportOrigin } from './report.document.js';
import { Material } from './report.material.js';
import { illustrated, NO_PICTURES, type PictureSource } from './report.pictures.js';
import { Press } from './report.press.js';
import { type DataFormat, isDataFormat, type ReportFormat, type ReportKind } from './report.vocabulary.js';

export interface RenderedReport {
  body: string | Buffer;
  /** Of the body's bytes (of a text in UTF-8), lower-case hex. */
  sha256: string;
}

/**
 * A report in one format. Equal arguments, equal bytes.
 * @param publicUrl where the tracker is, for the links of forms that are read elsewhere
 * @param pictures where the photos come from; without, the report shows none
 * @throws RangeError as `composeReport` does
 */
export async function renderReport(
  content: SnapshotContent,
  origin: ReportOrigin,
  kind: ReportKind,
  lang: Lang,
  format: ReportFormat,
  publicUrl: string,
  pictures?: PictureSource,
): Promise<RenderedReport> {
  if (!isDataFormat(format))
    return renderDocument(composeReport(content, origin, kind, lang), format, publicUrl, pictures);
  assertKind(content, kind);
  const { annexXlsx, annexZip } = await import('./annex/annex.files.js');
  const material = new Material(content, origin, kind, lang);
  return hashed(format === 'xlsx' ? await annexXlsx(material) : annexZip(material, origin));
}

/** A composed report in one format. @param drawings of its charts and maps, where they are laid out already */
export async function renderDocument(
  document: ReportDocument,
  format: Exclude<ReportFormat, DataFormat>,
  publicUrl: string,
  pictures: PictureSource = NO_PICTURES,
  drawings: Drawings = {},
): Promise<RenderedReport> {
  const shown = format === 'json' ? document : await illustrated(drawn(document, drawings), pictures);
  return hashed(await FORMS[format](shown, publicUrl));
}

const hashed = (body: string | Buffer): RenderedReport => ({
  body,
  sha256: createHash('sha256').update(body).digest('hex'),
});

const WORD = new Press('dist/libs/features/reports/word/word.press.js');

const FORMS: Record<
  Exclude<ReportFormat, DataFormat>,
  (document: ReportDocument, publicUrl: string) => string | Promise<Buffer>
> = {
  html: reportHtml,
  pdf: reportPdf,
  docx: (...work) => WORD.make(work),
  json: (document) => `${JSON.stringify(document, null, 1)}\n`,
};
