import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';

/**
 * Writes the web's types (`apps/web/src/api/schema.d.ts`) from the API's own OpenAPI document, which
 * `dist/apps/api/describe.js` prints without a database. The build calls it; the result is not committed.
 */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const target = at('apps/web/src/api/schema.d.ts');

const { stdout } = await promisify(execFile)(process.execPath, [at('dist/apps/api/describe.js')], {
  cwd: at('.'),
  maxBuffer: 64 * 1024 * 1024,
});
const types = `// Generated from the OpenAPI document; do not edit.\n${astToString(await openapiTS(JSON.parse(stdout)))}`;

// An unchanged file keeps its time, so that nothing that depends on it is built again.
const before = await readFile(target, 'utf8').catch(() => '');
if (before !== types) await writeFile(target, types);
