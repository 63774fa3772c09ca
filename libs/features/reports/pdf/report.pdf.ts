import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ReportDocument } from '../report.document.js';
import type { PressWork } from './press.js';
import { typstData } from './typst-data.js';

/** Weights that the template uses, of the two families; their letters are embedded in the file. */
const FONTS = [
  ['source-sans-3', 'SourceSans3', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']],
  ['source-serif-4', 'SourceSerif4', ['400Regular', '600SemiBold']],
] as const;

/** A document that takes longer is given up; ten years of plans take a tenth of it. */
const LONGEST_MS = 100_000;

/**
 * The report as a tagged PDF that follows PDF/UA-1. Typst sets it from the template beside this file, in a process that
 * ends with it. The same document and address give the same bytes.
 * @param publicUrl where the tracker is, for links to updates
 * @throws Error that names the place in the template, when it cannot be set
 */
export function reportPdf(document: ReportDocument, publicUrl: string): Promise<Buffer> {
  const made = turn.then(() => press(typstData(document, publicUrl)));
  turn = made.catch(() => undefined);
  return made;
}

/** One document at a time: what the compiler takes must not be taken several times over. */
let turn: Promise<unknown> = Promise.resolve();

async function press(report: object): Promise<Buffer> {
  const folder = sourceFolder();
  const work: PressWork = { template: join(folder, 'template'), fontPaths: fontPaths(), report };
  // Nothing of the worker's surroundings: they hold its secrets.
  const child = spawn(process.execPath, [join(folder, 'press.ts')], { env: {}, timeout: LONGEST_MS });
  // One that ended early does not listen any more; how it ended is told below.
  child.stdin.on('error', () => undefined).end(JSON.stringify(work));
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(String(signal ?? code)));
  });
  const [how, file, problem] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)]);
  if (how !== '0') throw new Error(`the PDF could not be set (${how}): ${problem}`);
  return file;
}

function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.flatMap(([family, file, weights]) =>
    weights.map((weight) => resolve(`@expo-google-fonts/${family}/${weight}/${file}_${weight}.ttf`)),
  );
}

/** Template and press stay in the sources, in this folder or under one above it. */
function sourceFolder(): string {
  const inSources = join('libs', 'features', 'reports', 'pdf');
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, inSources, 'press.ts'))) return join(folder, inSources);
    if (dirname(folder) === folder) throw new Error(`${inSources} is missing`);
  }
}
