/**
 * A process that sets one PDF and ends. Setting takes seconds of the processor and hundreds of megabytes that the compiler
 * keeps for the next document; in a process of its own neither the jobs nor the memory of the worker notice. It is run from
 * the sources, beside the template.
 *
 * Reads `PressWork` as JSON from standard input, writes the PDF to standard output; with a problem it says which place of the
 * template it concerns and ends with 1.
 */
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What to set, and with what. */
export interface PressWork {
  /** Folder of the template with `main.typ`. */
  template: string;
  fontPaths: string[];
  /** What the template reads as `report.json`. */
  report: object;
  /** Pictures in base64, by the place where the template finds them. */
  pictures: Record<string, string>;
}

/** Stands for the day of making: equal documents give equal bytes. */
const ALWAYS = 0;

const { template, fontPaths, report, pictures } = JSON.parse(await text(process.stdin)) as PressWork;
const compiler = NodeCompiler.create({ workspace: template, fontArgs: [{ fontPaths }] });
compiler.mapShadow(join(template, 'report.json'), Buffer.from(JSON.stringify(report)));
for (const [place, picture] of Object.entries(pictures))
  compiler.mapShadow(join(template, place), Buffer.from(picture, 'base64'));
const compiled = compiler.compile({ mainFilePath: join(template, 'main.typ') });
if (compiled.result) {
  process.stdout.write(
    compiler.pdf(compiled.result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: ALWAYS }),
  );
} else {
  const error = compiled.takeDiagnostics();
  process.stderr.write(
    error === null ? 'Typst gave no document' : JSON.stringify(compiler.fetchDiagnostics(error)),
  );
  process.exitCode = 1;
}
