import { loadPart, partIsReady } from '../composition/bundled.js';

const own = new URL('./start.js', import.meta.url);
const { startWorker } = await loadPart<typeof import('./start.js')>('worker', own);
await startWorker();
partIsReady();
