/**
 * `npm run api`, `npm run worker`, `npm run mirps -- <command>`: one part of the product alone, on a fresh clone too;
 * `npm run bench`: the benchmark, on a database of its own.
 * Without DATABASE_URL the part uses the embedded database of the data folder: the one that runs there, else its own.
 */
import { prepare, projectFolder, readEnvFile, stop } from './bootstrap.mjs';
import { enter } from './enter.mjs';

const PARTS = ['api', 'worker', 'cli', 'bench'];
const [part, ...args] = process.argv.slice(2);
if (!PARTS.includes(part)) stop(`Say which part to run: ${PARTS.join(', ')}.`);

process.chdir(projectFolder);
readEnvFile();
await prepare();
if (part === 'bench') await enter('test/bench/bench.mjs', args);
else await enter('dist/apps/launcher/part.js', [part, ...args]);
