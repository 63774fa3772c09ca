import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Specs and the benchmark, which runs from the build, are both entered from the checkout's folder. */
const PROJECT = process.cwd();
const CACHE = join(PROJECT, 'node_modules/.cache');
const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};

/**
 * The browser of the specs: the one named by CHROMIUM_PATH, else the headless one that npm brought, which takes about two
 * thirds of a desktop's processor time. It is unpacked once into a folder of this checkout, whoever runs it.
 * @returns path of the program
 */
export function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folder = join(CACHE, `chromium-${devDependencies['@sparticuz/chromium']}`);
  const program = join(folder, 'chromium');
  if (!existsSync(program)) unpack(folder);
  return program;
}

/** The package unpacks into the folder of temporary files; here that is one of its own, which gets its name when it is whole. */
function unpack(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  const coming = mkdtempSync(join(CACHE, 'chromium-'));
  const unpacking = `import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())`;
  execFileSync(process.execPath, ['-e', unpacking], {
    cwd: PROJECT,
    env: { ...process.env, TMPDIR: coming },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(coming, folder);
  } catch {
    // Somebody else was faster.
    rmSync(coming, { recursive: true });
  }
}
