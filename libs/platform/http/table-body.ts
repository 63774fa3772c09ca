import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from './errors.js';

/** What a table may come as. */
export const TABLE_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** Largest file of a table that a request may carry, in bytes. */
const TABLE_LIMIT = 8 * 1024 * 1024;

/** A route whose body may be a table (CSV or XLSX); it comes as bytes. Every other route refuses such a body. */
export const TakesTable = (): MethodDecorator => RouteConfig({ takesTable: true });

/** Reads bodies of tables for the routes that take them. */
export function readTableBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    [...TABLE_TYPES],
    { parseAs: 'buffer', bodyLimit: TABLE_LIMIT },
    (request: FastifyRequest, body, done) => {
      const { takesTable } = request.routeOptions.config as { takesTable?: boolean };
      if (takesTable) done(null, body);
      else done(new DomainError('unsupported_media'));
    },
  );
}
