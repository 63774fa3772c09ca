import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import { withImports } from './build-checks.ts';

/** Where the service worker expects the list of files that it keeps. */
const LIST = 'self.__WB_MANIFEST';

interface Kept {
  /** The service worker's own source. */
  worker: string;
  /** Names of chunks that open without a network, with all that they import. */
  chunks: string[];
  /** Files that are served as they lie there. */
  publicFolder: string;
}

/** Tells the service worker which files of this build to keep: the page, what everybody needs, and the pages named. */
export const serviceWorkerFiles = ({ worker, chunks: names, publicFolder }: Kept): Plugin => {
  let config: ResolvedConfig;
  return {
    name: 'service-worker-files',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = Object.values(bundle);
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build has no page.');
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
        const code = await oneFile(worker, config);
        // A service worker governs the folder that it lies in, under one name for all versions.
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: code.replace(LIST, () => JSON.stringify(list)),
        });
      },
    },
  };
};

/** The service worker with all that it imports, which not every browser would let it fetch. */
async function oneFile(worker: string, { resolve, build: { target } }: ResolvedConfig): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: resolve.alias },
    build: { write: false, target, rolldownOptions: { input: worker, output: { format: 'iife' } } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('The service worker was not built.');
  return output.output[0].code;
}

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
