import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = process.cwd();
let house: string;

/** Builds a tiny product with one wrong import and asks the real rules about it. */
function violationsOf(files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      'apps',
      'libs',
    ],
    { cwd: house, encoding: 'utf8' },
  );
  for (const path of Object.keys(files)) rmSync(join(house, path));
  return stdout + stderr;
}

describe('The import rules', () => {
  beforeAll(() => {
    house = mkdtempSync(join(root, 'node_modules/.cache-import-rules-'));
    writeFileSync(join(house, 'package.json'), '{"type":"module"}');
    writeFileSync(
      join(house, 'tsconfig.json'),
      '{"compilerOptions":{"module":"nodenext","target":"es2024"},"include":["apps","libs"]}',
    );
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    mkdirSync(join(house, 'apps'));
    mkdirSync(join(house, 'libs'));
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it('let a feature import platform doors and earlier features', () => {
    const report = violationsOf({
      'libs/platform/clock/index.ts': 'export const clock = 1;',
      'libs/features/audit/index.ts': "export { clock } from '../../platform/clock/index.js';",
      'libs/features/plans/index.ts': "export { clock } from '../audit/index.js';",
    });
    expect(report).toContain('no dependency violations found');
  });

  it.each<[string, string, Record<string, string>]>([
    [
      'a platform room that knows a feature',
      'platform-knows-no-feature',
      {
        'libs/features/plans/index.ts': 'export const x = 1;',
        'libs/platform/clock/index.ts': "export { x } from '../../features/plans/index.js';",
      },
    ],
    [
      'a feature that imports a later one',
      'plans-imports-earlier-features-only',
      {
        'libs/features/rollups/index.ts': 'export const x = 1;',
        'libs/features/plans/index.ts': "export { x } from '../rollups/index.js';",
      },
    ],
    [
      'an entrance beside the door',
      'feature-rooms-use-doors',
      {
        'libs/features/audit/audit.service.ts': 'export const x = 1;',
        'libs/features/plans/index.ts': "export { x } from '../audit/audit.service.js';",
      },
    ],
    [
      'a web page that imports the server',
      'web-uses-the-generated-client-only',
      {
        'libs/platform/clock/index.ts': 'export const x = 1;',
        'apps/web/page.ts': "export { x } from '../../libs/platform/clock/index.js';",
      },
    ],
    [
      'an import cycle',
      'no-cycles',
      {
        'libs/platform/clock/a.ts': "import { b } from './b.js'; export const a = b;",
        'libs/platform/clock/b.ts': "import { a } from './a.js'; export const b = () => a;",
      },
    ],
    [
      'a feature without a rank',
      'ranked-features-only',
      {
        'libs/platform/clock/index.ts': 'export const x = 1;',
        'libs/features/unheard/index.ts': "export { x } from '../../platform/clock/index.js';",
      },
    ],
  ])('catch %s', (_what, rule, files) => {
    expect(violationsOf(files)).toContain(rule);
  });
});
