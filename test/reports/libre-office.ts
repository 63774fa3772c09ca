import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Below the time that a spec has, so that no office is left behind. */
const PATIENCE_MS = 150_000;

/** The Word file as LibreOffice prints it. The office has a profile of its own, so that others may run beside it. */
export async function printedByLibreOffice(word: Buffer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'test-office-'));
  try {
    await writeFile(join(folder, 'report.docx'), word);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const { stdout, stderr } = await run(
      'soffice',
      [
        ...[`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf'],
        ...['--outdir', folder, join(folder, 'report.docx')],
      ],
      { timeout: PATIENCE_MS },
    );
    // It ends well even where it could not read the file.
    return await readFile(join(folder, 'report.pdf')).catch(() => {
      throw new Error(`LibreOffice printed nothing: ${stdout}${stderr}`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
