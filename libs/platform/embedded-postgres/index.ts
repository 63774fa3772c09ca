export { openDataDir } from './data-folder.js';
export { EmbeddedPostgres } from './embedded-postgres.js';
export { EmbeddedPostgresError } from './errors.js';
export { type ProcessIdentity, identifyProcess, isAlive } from './process-identity.js';
export { LockHeldError, type LockHolder, ProcessLock } from './process-lock.js';
export type { EmbeddedPostgresOptions } from './start.js';
export { freePort } from './postmaster.js';
