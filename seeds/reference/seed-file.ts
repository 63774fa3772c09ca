import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reads one JSON file of the seeds, for example `reference/states.json`. @throws Error as `seedBytes` does */
export const readSeedFile = <T>(name: string): T => JSON.parse(seedBytes(name).toString('utf8')) as T;

/**
 * The bytes of one file of the seeds, for example `demo/pictures/valley.jpg`. The build copies code only, so the file is looked
 * for in every `seeds` folder from this module upwards, then from the working directory upwards.
 * @throws Error when it is in none of them
 */
export function seedBytes(name: string): Buffer {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const file = join(folder, 'seeds', name);
      if (existsSync(file)) return readFileSync(file);
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error(`The seed file ${name} is missing: it belongs into the folder "seeds" of the repository.`);
}
