import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from './errors.js';

/** Largest CSV file that a request may carry, in bytes. */
const CSV_LIMIT = 8 * 1024 * 1024;

/** A route whose body may be `text/csv`; it comes as bytes. Every other route refuses such a body. */
export const TakesCsv = (): MethodDecorator => RouteConfig({ takesCsv: true });

/** Reads bodies of `text/csv` for the routes that take them. */
export function readCsvBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: CSV_LIMIT },
    (request: FastifyRequest, body, done) => {
      const { takesCsv } = request.routeOptions.config as { takesCsv?: boolean };
      if (takesCsv) done(null, body);
      else done(new DomainError('unsupported_media'));
    },
  );
}
