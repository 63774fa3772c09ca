import { type Config, ConfigError } from '#platform/config';

const CODES: Record<string, (config: Config, error: NodeJS.ErrnoException) => string> = {
  EADDRINUSE: (config) =>
    `port ${config.PORT} on ${config.HOST} is taken by another program; stop that one or set PORT to a free port`,
  EADDRNOTAVAIL: (config) =>
    `this machine has no address ${config.HOST}; set HOST to one of its own, such as 127.0.0.1 or 0.0.0.0`,
  EACCES: (config) => `this user may not listen on port ${config.PORT}; set PORT to one above 1023`,
  ECONNREFUSED: (config) => `nothing answers at ${placeOf(config)}; start PostgreSQL or correct DATABASE_URL`,
  ENOTFOUND: (config) => `there is no host as in ${placeOf(config)}; correct DATABASE_URL`,
  EAI_AGAIN: (config) =>
    `the host in ${placeOf(config)} cannot be looked up now; correct DATABASE_URL or the network`,
  ETIMEDOUT: (config) => `${placeOf(config)} does not answer; correct DATABASE_URL or the network`,
  EHOSTUNREACH: (config) => `${placeOf(config)} cannot be reached; correct DATABASE_URL or the network`,
  '28P01': (config) => `PostgreSQL refuses user or password for ${placeOf(config)}; correct DATABASE_URL`,
  '28000': (config) => `PostgreSQL refuses the user for ${placeOf(config)}; correct DATABASE_URL`,
  '3D000': (config) => `there is no database as in ${placeOf(config)}; create it or correct DATABASE_URL`,
  '53300': (config) =>
    `PostgreSQL at ${placeOf(config)} has no connection left; lower DATABASE_POOL or raise max_connections`,
  '57P03': (config) => `PostgreSQL at ${placeOf(config)} is still starting; try again in a moment`,
};

/** Why a part of the product cannot start: one sentence for the operator, that says what to do. */
export function startProblem(part: string, error: unknown, config: Config | undefined): string {
  if (error instanceof ConfigError) return error.message;
  const cause = causeOf(error);
  const known =
    cause.code === undefined || config === undefined ? undefined : CODES[cause.code]?.(config, cause);
  if (known) return `The ${part} cannot start: ${known}.`;
  if (config && /timeout|terminated/i.test(cause.message))
    return `The ${part} cannot start: ${placeOf(config)} does not answer (${cause.message}).`;
  return `The ${part} cannot start: ${cause.message}.`;
}

/** The database's place without user and password. */
function placeOf(config: Config): string {
  const { hostname, port, pathname } = new URL(config.databaseUrl);
  return `${hostname}:${port || '5432'}${pathname}`;
}

/** A refused connection to a host with several addresses comes as a bundle of errors. */
function causeOf(error: unknown): NodeJS.ErrnoException {
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  return error instanceof Error ? error : new Error(String(error));
}
