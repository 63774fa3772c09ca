import { dirname, join } from 'node:path';
import type { ReportDocument } from '../report.document.js';
import { fontPaths } from '../report.fonts.js';
import { photosOf, pictureFile } from '../report.pictures.js';
import { inProject, Press } from '../report.press.js';
import type { PressWork } from './press.js';
import { typstData } from './typst-data.js';

/** Stays in the sources, beside the template. */
const PROGRAM = 'libs/features/reports/pdf/press.ts';

const press = new Press(PROGRAM);

/**
 * The report as a tagged PDF that follows PDF/UA-1. Typst sets it from the template beside this file, in a process that
 * ends with it. The same document and address give the same bytes.
 * @param publicUrl where the tracker is, for links to updates
 * @throws Error that names the place in the template, when it cannot be set
 */
export function reportPdf(document: ReportDocument, publicUrl: string): Promise<Buffer> {
  const work: PressWork = {
    template: join(dirname(inProject(PROGRAM)), 'template'),
    fontPaths: fontPaths(),
    report: typstData(document, publicUrl),
    pictures: Object.fromEntries(
      photosOf(document).map(({ sha256, picture = '' }) => [pictureFile(sha256), picture]),
    ),
  };
  return press.make(work);
}
