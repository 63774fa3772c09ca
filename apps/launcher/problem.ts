import { ConfigError } from '#platform/config';
import { EmbeddedPostgresError } from '#platform/embedded-postgres';

/** The product cannot start or go on. The message is one sentence for the operator and says what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** Somebody asked to stop while the start was under way. */
export class StopRequested extends Error {
  override readonly name = 'StopRequested';
}

/** The one sentence for the operator; what nobody foresaw keeps its stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof StartProblem || error instanceof EmbeddedPostgresError || error instanceof ConfigError)
    return error.message;
  return error instanceof Error
    ? `The start failed unexpectedly: ${error.stack ?? error.message}`
    : `The start failed unexpectedly: ${String(error)}`;
}
