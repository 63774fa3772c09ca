import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** What is worth compressing once at build instead of at every request. */
const TEXT = /\.(js|css|html|svg|json|webmanifest)$/;

/** Puts `.br` and `.gz` beside every text file; the API sends those when the browser takes them. */
export const precompressed = (): Plugin => ({
  name: 'precompressed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = [
      ...Object.keys(bundle),
      'icon.svg',
      'manifest.en.webmanifest',
      'manifest.es.webmanifest',
    ].filter((name) => TEXT.test(name));
    await Promise.all(
      files.map(async (name) => {
        const path = join(dir, name);
        const content = await readFile(path);
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        };
        await writeFile(`${path}.gz`, await gzipped(content, { level: 9 }));
        await writeFile(`${path}.br`, await brotlied(content, { params }));
      }),
    );
  },
});

interface FirstLoad {
  /** KiB. */
  limit: number;
  entry: string;
  /** Chunks of texts that come before the first page. */
  texts: string[];
  /** Pages that a person can land on. */
  landings: string[];
  /** Ends of modules that must not come along. */
  without?: string[];
}

/**
 * Adds up the JavaScript (gzip) that somebody needs before the first page is usable: the entry with all that it imports,
 * one language, and the largest page that a person can land on. The build fails beyond `limit` KiB.
 */
export const firstLoad = ({ limit, entry: start, texts, landings, without = [] }: FirstLoad): Plugin => ({
  name: `first-load-${start}`,
  apply: 'build',
  // Last, when the entry also names the files that each lazy part brings: they are a part of its size.
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file] as const] : [],
        ),
      );
      const named = (name: string): Rolldown.OutputChunk | undefined =>
        [...chunks.values()].find((chunk) => chunk.name === name);
      const entry = [...chunks.values()].find((chunk) => chunk.isEntry && chunk.name === start);
      if (!entry) this.error(`The build has no entry ${start}.`);
      const base = withImports([entry, ...texts.map(named)], chunks);
      const sizes = await Promise.all(
        landings.map(async (page) => {
          const needed = withImports([named(page)], chunks, base);
          const unwanted = [...needed]
            .flatMap(({ moduleIds }) => moduleIds)
            .find((id) => without.some((end) => id.endsWith(end)));
          if (unwanted) this.error(`${page} of ${start} brings ${unwanted}.`);
          const bytes = await Promise.all(
            [...needed].map(async (chunk) => (await gzipped(chunk.code)).length),
          );
          return { page, kib: bytes.reduce((sum, size) => sum + size, 0) / 1024 };
        }),
      );
      for (const { page, kib } of sizes)
        this.info(`first load of ${page}: ${kib.toFixed(1)} KiB of JavaScript (gzip)`);
      const worst = sizes.reduce((most, each) => (each.kib > most.kib ? each : most));
      if (worst.kib > limit)
        this.error(
          `${worst.page} needs ${worst.kib.toFixed(1)} KiB of JavaScript at first; at most ${limit} are allowed.`,
        );
    },
  },
});

/** Chunks with everything that they import. */
export function withImports(
  roots: (Rolldown.OutputChunk | undefined)[],
  chunks: Map<string, Rolldown.OutputChunk>,
  known: Iterable<Rolldown.OutputChunk> = [],
): Set<Rolldown.OutputChunk> {
  const found = new Set(known);
  const visit = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    chunk.imports.forEach((name) => visit(chunks.get(name)));
  };
  roots.forEach(visit);
  return found;
}
