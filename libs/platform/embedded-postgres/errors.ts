/** The embedded database cannot be used. The message is one sentence for the operator and says what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The system's own code of an error (`ENOENT`, `EACCES`, ...), or undefined. */
export function systemCode(error: unknown): string | undefined {
  // Not by `instanceof`: the system's errors come from another realm under the test runner.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
