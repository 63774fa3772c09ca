import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ReportDocument } from '../report.document.js';
import { inProject, Press } from '../report.press.js';
import type { PressWork } from './press.js';
import { typstData } from './typst-data.js';

/** Weights that the template uses, of the two families; their letters are embedded in the file. */
const FONTS = [
  ['source-sans-3', 'SourceSans3', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']],
  ['source-serif-4', 'SourceSerif4', ['400Regular', '600SemiBold']],
] as const;

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
  };
  return press.make(work);
}

function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.flatMap(([family, file, weights]) =>
    weights.map((weight) => resolve(`@expo-google-fonts/${family}/${weight}/${file}_${weight}.ttf`)),
  );
}
