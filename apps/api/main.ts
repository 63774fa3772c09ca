import { loadPart, partIsReady } from '../composition/bundled.js';

const own = new URL('./start.js', import.meta.url);
const { startApi } = await loadPart<typeof import('./start.js')>('api', own);
await startApi();
partIsReady();
