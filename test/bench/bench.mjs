/** `npm run bench`: builds the benchmark beside the product's build and enters it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const swc = join('node_modules', '.bin', process.platform === 'win32' ? 'swc.cmd' : 'swc');
const { status } = spawnSync(
  swc,
  [
    'test/bench',
    'test/browser/chromium.ts',
    'test/harness/chromium-path.ts',
    'test/harness/free-port.ts',
    'test/reports/pictures.ts',
    '-d',
    'dist',
    '--ignore',
    '**/*.spec.ts',
    '-q',
  ],
  {
    stdio: 'inherit',
  },
);
if (status !== 0) throw new Error('The benchmark could not be built.');
await import('../../dist/test/bench/main.js');
