/** One field that the API refused, by its path such as `facts[0].value`. */
export interface FieldProblem {
  field: string;
  detail: string;
}

/** A refusal as the API tells it (RFC 9457), or a failed connection (`offline`, status 0). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly requestId: string | undefined,
    readonly fields: FieldProblem[],
    /** Members beyond the standard ones; `current` is the version that won a conflict. */
    readonly extra: Record<string, unknown>,
  ) {
    super(detail || title || code);
  }
}

const STANDARD = new Set(['type', 'title', 'status', 'code', 'detail', 'requestId', 'errors']);

/** The problem inside an answer that failed; whatever its body is, there is always something to show. */
export function problemOf(body: unknown, response: Response): ProblemError {
  const document = isRecord(body) ? body : {};
  const text = (key: string): string | undefined =>
    typeof document[key] === 'string' ? document[key] : undefined;
  return new ProblemError(
    response.status,
    text('code') ?? `http_${response.status}`,
    text('title') ?? '',
    text('detail') ?? text('message') ?? '',
    text('requestId') ?? response.headers.get('x-request-id') ?? undefined,
    Array.isArray(document['errors']) ? document['errors'].filter(isFieldProblem) : [],
    Object.fromEntries(Object.entries(document).filter(([key]) => !STANDARD.has(key))),
  );
}

/** The API did not answer at all. */
export const offline = (): ProblemError => new ProblemError(0, 'offline', '', '', undefined, [], {});

/** Whether there is no connection, or no server behind it for now: asking again later can help. */
export const isUnreachable = (error: unknown): boolean =>
  isProblem(error) && (error.status === 0 || error.status >= 502);

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isFieldProblem = (value: unknown): value is FieldProblem =>
  isRecord(value) && typeof value['field'] === 'string' && typeof value['detail'] === 'string';
