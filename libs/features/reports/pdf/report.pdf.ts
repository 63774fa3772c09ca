import type { ReportDocument } from '../report.document.js';
import { fontPaths } from '../report.fonts.js';
import { photosOf, pictureFile } from '../report.pictures.js';
import { inProject, Press } from '../report.press.js';
import { REPORT_WORDS } from '../report.words.js';
import type { PressWork } from './press.js';
import { typstData } from './typst-data.js';

/** Stays in the sources, where a designer finds it. */
const TEMPLATE = 'libs/features/reports/pdf/template';

const press = new Press('dist/libs/features/reports/pdf/press.js');

/**
 * The report as a tagged PDF that follows PDF/UA-1. Typst sets it from the template, in a process that ends with
 * it. The same document and address give the same bytes.
 * @param publicUrl where the tracker is, for links to updates
 * @throws Error that names the place in the template, when it cannot be set
 */
export function reportPdf(document: ReportDocument, publicUrl: string): Promise<Buffer> {
  const work: PressWork = {
    template: inProject(TEMPLATE),
    fontPaths: fontPaths(),
    report: typstData(document, publicUrl),
    pictures: Object.fromEntries(
      photosOf(document).map(({ sha256, picture = '' }) => [pictureFile(sha256), picture]),
    ),
    page: REPORT_WORDS.page[document.lang],
  };
  return press.make(work);
}
