import 'reflect-metadata';
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

enableCompileCache();
// Loading the program fills V8's nursery with what stays; grown for that, it would keep 30 MiB for ever. It may grow
// once there are requests to serve.
setFlagsFromString('--semi-space-growth-factor=1');
const { startApi } = await import('./start.js');
await startApi();
setFlagsFromString('--semi-space-growth-factor=2');
