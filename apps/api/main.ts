import 'reflect-metadata';
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { startApi } = await import('./start.js');
await startApi();
