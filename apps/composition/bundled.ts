import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * Loads a part of the product, out of the few files that the build made (scripts/bundle.mjs), else from its own.
 * @param part the name of its entry there
 * @param source its own file, `new URL('./start.js', import.meta.url)`
 * @returns what its own file exports
 */
export async function loadPart<T>(part: 'api' | 'worker' | 'cli', source: URL): Promise<T> {
  enableCompileCache();
  // Loading the program fills V8's nursery with what stays; grown for that, it would keep 30 MiB for ever. And what was
  // compiled counts only under the flags that it was compiled with.
  setFlagsFromString('--semi-space-growth-factor=1');
  const bundle = new URL(`../bundled/${part}.js`, import.meta.url);
  return (await import((existsSync(bundle) ? bundle : source).href)) as T;
}

/** The part runs: keeps what was compiled, now and not at the end, which may come by force, and lets the nursery grow. */
export function partIsReady(): void {
  flushCompileCache(); // under the flags that the next start begins with
  setFlagsFromString('--semi-space-growth-factor=2');
}
