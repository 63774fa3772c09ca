import { QueryFailedError } from 'typeorm';

/** Whether an error is PostgreSQL's word that the named unique, check, foreign key or exclusion constraint was broken. */
export function isConstraintViolation(error: unknown, constraint?: string): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  const named = 'constraint' in cause ? cause.constraint : undefined;
  return String(cause.code).startsWith('23') && (constraint === undefined || named === constraint);
}
