import { type DynamicModule, Global, type LoggerService, Module } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** Injection token of the process's logger. */
export const LOGGER = Symbol('logger');

/** Fields that could name a person or open a door; they are cut out wherever they stand. */
const PERSONAL = [
  'email',
  'password',
  'token',
  'name',
  'to',
  'cookie',
  'authorization',
  'req.headers',
  'user.email',
  // Errors of the database: the row or the values that it refused.
  'err.detail',
  'err.where',
  'err.parameters',
  '*.email',
  '*.password',
  '*.token',
];

/** One JSON line an event on standard output, without personal data. */
export function createLogger(level: string, part: string): Logger {
  return pino({
    level,
    base: { part },
    redact: { paths: PERSONAL, censor: '[left out]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/** Lets Nest's own messages go through the same logger, its boot chatter at debug level. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'debug' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) =>
      logger[level](
        { context: rest.at(-1), stack: level === 'error' ? rest[0] : undefined },
        String(message),
      );
  return {
    log: write('debug'),
    debug: write('debug'),
    verbose: write('debug'),
    warn: write('warn'),
    error: write('error'),
    fatal: write('fatal'),
  };
}

@Global()
@Module({})
export class LogModule {
  static forRoot(logger: Logger): DynamicModule {
    return { module: LogModule, providers: [{ provide: LOGGER, useValue: logger }], exports: [LOGGER] };
  }
}
