export { LOGGER, LogModule, createLogger, nestLogger } from './log.js';
export type { Logger } from 'pino';
