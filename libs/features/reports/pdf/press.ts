/**
 * A process that sets one PDF and ends. Setting takes seconds of the processor and hundreds of megabytes that the compiler
 * keeps for the next document; in a process of its own neither the jobs nor the memory of the worker notice.
 *
 * Reads `PressWork` as JSON from standard input, writes the PDF to standard output; with a problem it says which place of the
 * template it concerns and ends with 1.
 */
import { json } from 'node:stream/consumers';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Goal, withGoals } from './pdf.links.js';
import { joined, parted } from './pdf.objects.js';

/** What to set, and with what. */
export interface PressWork {
  /** Folder of the template with `main.typ`. */
  template: string;
  fontPaths: string[];
  /** What the template reads as `report.json`. */
  report: object;
  /** Pictures in base64, by the place where the template finds them. */
  pictures: Record<string, string>;
  /** "page", in the language of the report. */
  page: string;
}

/** Stands for the day of making: equal documents give equal bytes. */
const ALWAYS = 0;

const { template, fontPaths, report, pictures, page } = (await json(process.stdin)) as PressWork;
const compiler = NodeCompiler.create({ workspace: template, fontArgs: [{ fontPaths }] });
compiler.mapShadow(join(template, 'report.json'), Buffer.from(JSON.stringify(report)));
for (const [place, picture] of Object.entries(pictures))
  compiler.mapShadow(join(template, place), Buffer.from(picture, 'base64'));
const compiled = compiler.compile({ mainFilePath: join(template, 'main.typ') });
if (compiled.result) {
  const [goals = []] = compiler.query(compiled.result, { selector: '<goals>', field: 'value' }) as Goal[][];
  const file = compiler.pdf(compiled.result, {
    pdfStandard: 'ua-1',
    pdfTags: true,
    creationTimestamp: ALWAYS,
  });
  process.stdout.write(await joined(withGoals(parted(file), goals, (number) => `${page} ${number}`)));
} else {
  const error = compiled.takeDiagnostics();
  process.stderr.write(
    error === null ? 'Typst gave no document' : JSON.stringify(compiler.fetchDiagnostics(error)),
  );
  process.exitCode = 1;
}
