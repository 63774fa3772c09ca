import type { IncomingMessage } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Logger, nestLogger } from '#platform/log';
import { CONTEXT, contextOf, type Lang, withRequest } from './context.js';
import { bodyProblem } from './body-depth.js';
import { DomainError } from './errors.js';
import { fillExamples } from './examples.js';
import { STORABLE } from './fields.js';
import { ProblemFilter } from './problem.filter.js';
import { RawJson } from './raw-json.js';
import { readUploads } from './upload.js';
import { readTableBodies } from './table-body.js';

export interface HttpAppOptions {
  title: string;
  description: string;
  version: string;
  /** Name of the cookie that carries a session, for the description. */
  sessionCookie: string;
  logger: Logger;
  /** How many proxies in front of us are believed about the caller's address; what they pass on from callers is not. */
  trustProxy?: number;
  /** Largest request body in bytes. */
  bodyLimit?: number;
}

/** A Nest application on Fastify with request ids, languages, problem documents and the API's own description. */
export async function createHttpApp(
  module: Type | DynamicModule,
  options: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: options.bodyLimit ?? 1024 * 1024,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers['x-request-id']),
    routerOptions: { maxParamLength: 200 },
    trustProxy: options.trustProxy ? (_, hop) => hop < (options.trustProxy ?? 0) : false,
    forceCloseConnections: 'idle',
    // Addresses that cannot be read at all never reach the rest of the application; what is too long names nothing.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      request[CONTEXT] = { requestId: request.id, lang: langOf(request) };
      filter.answer(error.statusCode === 414 ? new DomainError('not_found') : error, request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLogger(options.logger),
    abortOnError: false,
    bufferLogs: false,
  });
  const filter = app.get(ProblemFilter);
  const fastify = adapter.getInstance();
  readTableBodies(fastify);
  readUploads(fastify);
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    void reply.header('x-request-id', request.id);
    request[CONTEXT] = { requestId: request.id, lang: langOf(request) };
    done();
  });
  // Here and not earlier: reading the body would lose what AsyncLocalStorage holds.
  fastify.addHook('preValidation', (request: FastifyRequest, _reply: FastifyReply, done) =>
    withRequest(contextOf(request), () =>
      done(namesNothing(request) ? new DomainError('not_found') : bodyProblem(request.body)),
    ),
  );
  fastify.setReplySerializer((payload) =>
    payload instanceof RawJson ? payload.text : JSON.stringify(payload),
  );
  SwaggerModule.setup('api/docs', app, () => describe(app, options), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: options.title,
    raw: ['json'],
  });
  app.enableShutdownHooks();
  return app;
}

/** The OpenAPI 3.1 document of a module, without starting anything (no database, no queue). */
export async function describeApi(
  module: Type | DynamicModule,
  options: HttpAppOptions,
): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describe(app, options);
}

function describe(app: NestFastifyApplication, options: HttpAppOptions): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(options.title)
    .setDescription(options.description)
    .setVersion(options.version)
    .addCookieAuth(options.sessionCookie, {
      type: 'apiKey',
      in: 'cookie',
      description:
        'Set by POST /api/auth/sign-in/email; over TLS its name begins with `__Host-`. `x-access` names the permission of a route.',
    })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  return fillExamples(document);
}

/** Whether a part of the address holds what no name of ours can hold, such as NUL. */
const namesNothing = ({ params }: FastifyRequest): boolean =>
  Object.values(params as Record<string, string>).some((part) => !STORABLE.test(part));

/** A caller's own request id if it is harmless, else a new one. */
function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.-]{1,64}$/.test(header) ? header : crypto.randomUUID();
}

/** `?lang=`, else the first of the accepted languages that we have, else Spanish, which most users read. */
function langOf(request: FastifyRequest): Lang {
  const asked = (request.query as { lang?: unknown } | null)?.lang; // none of an address that cannot be read
  if (asked === 'en' || asked === 'es') return asked;
  const accepted = /\b(en|es)\b/i.exec(request.headers['accept-language'] ?? '')?.[1];
  return accepted?.toLowerCase() === 'en' ? 'en' : 'es';
}
