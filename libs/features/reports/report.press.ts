import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { TookTooLong } from '#platform/queue';

/** Megabytes for what is new: a document is put together at once, and little of it is let go of before its end. */
const NURSERY = '--max-semi-space-size=64';

/** A document that takes longer is given up; ten years of plans take a fifth of it. */
const LONGEST_MS = 100_000;

/**
 * Makes documents in processes of their own, each of which ends with its document: what they take of processor and memory
 * neither the jobs nor the memory of the worker notice. One at a time, so that it is not taken several times over.
 */
export class Press {
  private turn: Promise<unknown> = Promise.resolve();

  /** @param program reads its work as JSON from standard input and writes the file to standard output; below the project */
  constructor(private readonly program: string) {}

  /** @throws TookTooLong; Error with what the program says when it does not end well */
  make(work: object): Promise<Buffer> {
    const made = this.turn.then(() => this.run(JSON.stringify(work)));
    this.turn = made.catch(() => undefined);
    return made;
  }

  private async run(work: string): Promise<Buffer> {
    // Nothing of the worker's surroundings: they hold its secrets.
    const child = spawn(process.execPath, [NURSERY, inProject(this.program)], {
      env: {},
      timeout: LONGEST_MS,
    });
    // One that ended early does not listen any more; how it ended is told below.
    child.stdin.on('error', () => undefined).end(work);
    const ended = new Promise<string>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve(String(signal ?? code)));
    });
    const [how, file, problem] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)]);
    if (child.killed) throw new TookTooLong(LONGEST_MS);
    if (how !== '0') throw new Error(`${this.program} could not make the document (${how}): ${problem}`);
    return file;
  }
}

/** A file of the project, wherever in its build this module stands. */
export function inProject(path: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, path))) return join(folder, path);
    if (dirname(folder) === folder) throw new Error(`${path} is missing`);
  }
}
