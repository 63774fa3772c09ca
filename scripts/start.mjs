/** `npm start`: from a fresh clone or a warm one to the running product. See apps/launcher for what happens then. */
import { resolve } from 'node:path';
import { prepare, projectFolder, readEnvFile, stop } from './bootstrap.mjs';
import { enter } from './enter.mjs';
import { runningProduct } from './process-files.mjs';

process.chdir(projectFolder);
readEnvFile();

// Before anything is installed or built under the feet of a product that runs from this folder.
const running = runningProduct(resolve(process.env.MIRPS_DATA || '.data'));
if (running)
  stop(
    `The product already runs on this data folder at ${running.address} (process ${running.pid}): stop it first, or set MIRPS_DATA and PORT.`,
  );

await prepare();
await enter('dist/apps/launcher/main.js', []);
