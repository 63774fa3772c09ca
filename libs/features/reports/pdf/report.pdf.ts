import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReportDocument } from '../report.document.js';
import { typstData } from './typst-data.js';

/** Weights that the template uses, of the two families; their letters are embedded in the file. */
const FONTS = [
  ['source-sans-3', 'SourceSans3', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']],
  ['source-serif-4', 'SourceSerif4', ['400Regular', '600SemiBold']],
] as const;

/** Stands for the day of making: equal documents give equal bytes. */
const ALWAYS = 0;

/**
 * The report as a tagged PDF that follows PDF/UA-1. Typst sets it from the template beside this file. The same document
 * and address give the same bytes.
 * @param publicUrl where the tracker is, for links to updates
 * @throws Error that names the place in the template, when it cannot be set
 */
export async function reportPdf(document: ReportDocument, publicUrl: string): Promise<Buffer> {
  const { compiler, template } = await (shared ??= newPress());
  compiler.mapShadow(
    join(template, 'report.json'),
    Buffer.from(JSON.stringify(typstData(document, publicUrl))),
  );
  try {
    const compiled = compiler.compile({ mainFilePath: join(template, 'main.typ') });
    if (!compiled.result) throw new Error(problemsOf(compiler, compiled.takeDiagnostics()));
    return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: ALWAYS });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(1);
  }
}

/** What sets PDFs: the compiler, and the folder of the template. */
interface Press {
  compiler: NodeCompiler;
  template: string;
}

let shared: Promise<Press> | undefined;

/** Looked for and loaded with the first PDF, 50 MB of native code and six fonts: without it everything else works. */
async function newPress(): Promise<Press> {
  const template = templateFolder();
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const { resolve } = createRequire(import.meta.url);
  const fontPaths = FONTS.flatMap(([family, file, weights]) =>
    weights.map((weight) => resolve(`@expo-google-fonts/${family}/${weight}/${file}_${weight}.ttf`)),
  );
  return { compiler: Compiler.create({ workspace: template, fontArgs: [{ fontPaths }] }), template };
}

const problemsOf = (compiler: NodeCompiler, error: NodeError | null): string =>
  error === null ? 'Typst gave no document' : JSON.stringify(compiler.fetchDiagnostics(error));

/** The build copies code only: the template stays in the sources, in this folder or under one above it. */
function templateFolder(): string {
  const inSources = join('libs', 'features', 'reports', 'pdf', 'template');
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, inSources, 'main.typ'))) return join(folder, inSources);
    if (dirname(folder) === folder) throw new Error(`${inSources} is missing`);
  }
}
