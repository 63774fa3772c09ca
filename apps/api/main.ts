import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

enableCompileCache();
// Loading the program fills V8's nursery with what stays; grown for that, it would keep 30 MiB for ever. It may grow
// once there are requests to serve.
setFlagsFromString('--semi-space-growth-factor=1');
// The same program in one file, where the build made one; see scripts/bundle-api.mjs.
const bundle = new URL('./bundle.js', import.meta.url);
const program = existsSync(bundle) ? bundle : new URL('./start.js', import.meta.url);
const { startApi } = (await import(program.href)) as typeof import('./start.js');
await startApi();
// Now and not at the end, which may come by force; and under the flags that the next start begins with.
flushCompileCache();
setFlagsFromString('--semi-space-growth-factor=2');
