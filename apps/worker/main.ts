import 'reflect-metadata';
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { startWorker } = await import('./start.js');
await startWorker();
