import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { withImports } from './build-checks.ts';

/** Where the service worker expects the list of files that it keeps. */
const LIST = 'self.__WB_MANIFEST';

interface Kept {
  /** Names of chunks that open without a network, with all that they import. */
  chunks: string[];
  /** Files that are served as they lie there. */
  publicFolder: string;
}

/** Tells the service worker which files of this build to keep: the page, what everybody needs, and the pages named. */
export const serviceWorkerFiles = ({ chunks: names, publicFolder }: Kept): Plugin => ({
  name: 'service-worker-files',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = Object.values(bundle);
      const worker = files.find((file) => file.type === 'chunk' && file.name === 'sw');
      const page = bundle['index.html'];
      if (worker?.type !== 'chunk' || page?.type !== 'asset')
        throw new Error('The build has no service worker or no page.');
      if (worker.imports.length > 0) throw new Error('The service worker must be one file.');
      const list = [
        { url: '/', revision: hashOf(page.source) },
        ...keptChunks(files, names).map((file) => ({ url: `/${file}`, revision: null })),
        ...readdirSync(publicFolder)
          .filter(isOfTheApplication)
          .map((file) => ({
            url: `/${file}`,
            revision: hashOf(readFileSync(join(publicFolder, file))),
          })),
      ];
      worker.code = worker.code.replace(LIST, () => JSON.stringify(list));
    },
  },
});

/** Pictures for links to the public site are looked at by other sites alone. */
const isOfTheApplication = (file: string): boolean => !file.startsWith('card.');

/** The chunks with what they import, their styles and the styles of all. */
function keptChunks(files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[], names: string[]): string[] {
  const chunks = new Map(
    files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const missing = names.filter((name) => ![...chunks.values()].some((chunk) => chunk.name === name));
  if (missing.length > 0) throw new Error(`To be kept, but not in the build: ${missing.join(', ')}`);
  const kept = [
    ...withImports(
      [...chunks.values()].filter(({ name }) => names.includes(name)),
      chunks,
    ),
  ];
  const styles = kept.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [...new Set([...kept.map(({ fileName }) => fileName), ...styles])];
}

const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);
