export { EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
export { EmbeddedPostgresError } from './errors.js';
export { type ProcessIdentity, identifyProcess, isAlive } from './process-identity.js';
export { LockHeldError, ProcessLock } from './process-lock.js';
