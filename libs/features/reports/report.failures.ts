import { TookTooLong } from '#platform/queue';
import type { ReportFailure } from './report.vocabulary.js';

/** An error that knows which kind of step it ended. */
class StepFailed extends Error {
  override readonly name = 'StepFailed';

  constructor(
    readonly failure: ReportFailure,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Does a step of making a report; what it throws tells that it was this one. */
export async function step<T>(failure: ReportFailure, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StepFailed(failure, error);
  }
}

/** What is told of an error to whoever waits for the report. */
export function failureOf(error: unknown): ReportFailure {
  if (error instanceof TookTooLong) return 'time';
  return error instanceof StepFailed ? error.failure : 'unexpected';
}
