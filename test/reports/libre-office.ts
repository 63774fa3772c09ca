import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Below the time that a spec has, so that no office is left behind. */
const PATIENCE_MS = 150_000;

/** Word files as LibreOffice prints them, all at once. The office has a profile of its own, so that others may run beside it. */
export async function printedByLibreOffice(...words: Buffer[]): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'test-office-'));
  try {
    const files = words.map((_, i) => join(folder, `${i}.docx`));
    for (const [i, word] of words.entries()) await writeFile(files[i] ?? '', word);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const { stdout, stderr } = await run(
      'soffice',
      [
        ...[`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf'],
        ...['--outdir', folder, ...files],
      ],
      { timeout: PATIENCE_MS },
    );
    // It ends well even where it could not read a file.
    return await Promise.all(words.map((_, i) => readFile(join(folder, `${i}.pdf`)))).catch(() => {
      throw new Error(`LibreOffice did not print all: ${stdout}${stderr}`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
