import type { Plugin, Rolldown } from 'vite';
import { withImports } from './build-checks.ts';

/** A page on which people land, and what it asks the API for at once; `:name` stands for a part of its address. */
interface Landing {
  chunk: string;
  answers?: string[];
}

/**
 * Writes `early.json`: which files each landing page and language needs beyond what the page itself names. The API puts them
 * into the page's head, so that a browser asks for everything at once instead of learning of it piece by piece.
 */
export const earlyFiles = (landings: Record<string, Landing>): Plugin => ({
  name: 'early-files',
  apply: 'build',
  // The largest file first: a browser asks for six things at a time, and the network stands idle until it comes.
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(
        /(<script type="module"[^>]*><\/script>.*?)(<link rel="modulepreload"[^>]*\/base-[^>]*>\s*)/s,
        '$2$1',
      ),
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file] as const] : [],
        ),
      );
      const named = (name: string): Rolldown.OutputChunk => {
        const found = [...chunks.values()].find((chunk) => chunk.name === name);
        if (!found) throw new Error(`To be loaded early, but not in the build: ${name}`);
        return found;
      };
      const known = withImports([named('index')], chunks);
      const beyond = (name: string): { scripts: string[]; styles: string[] } => {
        const needed = [...withImports([named(name)], chunks)].filter((chunk) => !known.has(chunk));
        return {
          scripts: needed.map(({ fileName }) => `/${fileName}`),
          styles: needed.flatMap(({ viteMetadata }) =>
            [...(viteMetadata?.importedCss ?? [])].map((file) => `/${file}`),
          ),
        };
      };
      const source = JSON.stringify({
        languages: { en: beyond('en').scripts, es: beyond('es').scripts },
        landings: Object.entries(landings).map(([path, { chunk, answers = [] }]) => ({
          path,
          answers,
          ...beyond(chunk),
        })),
      });
      this.emitFile({ type: 'asset', fileName: 'early.json', source });
    },
  },
});
