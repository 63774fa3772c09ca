import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { isPermission } from '#features/identity';
import { loadConfig } from '#platform/config';
import { ROUTE_ACCESS, type RouteAccess } from '#platform/http';
import { createLogger } from '#platform/log';
import { testDatabase, type TestDatabase } from '../../test/harness/index.js';
import { createApi } from './create-api.js';

interface Route {
  name: string;
  access: RouteAccess | undefined;
}

describe('every route', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let routes: Route[];
  let document: OpenAPIObject;

  beforeAll(async () => {
    test = await testDatabase();
    app = await createApi(
      loadConfig({ DATABASE_URL: test.url, MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957' }),
      createLogger('silent', 'api'),
    );
    await app.getHttpAdapter().getInstance().ready();
    const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    routes = controllers.flatMap(({ metatype }) => routesOf(metatype as new () => object));
    document = (await app.inject({ url: '/api/openapi.json' })).json();
  });
  afterAll(async () => {
    await app.close();
    await test.close();
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { summary?: string; responses?: Record<string, unknown> }>).map(
        ([method, operation]) => ({ name: `${method} ${path}`, ...operation }),
      ),
    );

  it('says who may call it', () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter(({ access }) => access === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('asks for a permission that the policy knows', () => {
    const unknown = routes.filter(
      ({ access }) => access?.permission !== undefined && !isPermission(access.permission),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  it('has a summary and says what it answers, refusals too', () => {
    const silent = operations().filter(
      ({ summary, responses = {} }) =>
        !summary || !Object.keys(responses).some((status) => /^[23]/.test(status)) || !responses['422'],
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('is described', () => {
    expect(operations()).toHaveLength(routes.length);
  });

  it('that is not public asks strangers to sign in', async () => {
    const open = new Set(routes.filter(({ access }) => access?.public).map(({ name }) => name));
    const closed = routes
      .filter(({ name }) => !open.has(name))
      .map(({ name }) => name.split(' ') as ['GET', string]);
    for (const [method, path] of closed) {
      const url = path.replace(/:\w+/g, '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11');
      const { statusCode } = await app.inject({ method, url });
      expect(`${method} ${path} ${statusCode}`).toBe(`${method} ${path} 401`);
    }
  });
});

/** Routes of a controller, by the metadata that Nest itself routes by. */
function routesOf(controller: new () => object): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name] as object;
    const method =
      name === 'constructor'
        ? undefined
        : (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (method === undefined) return [];
    const path = `/${base}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`
      .replace(/\/{2,}/g, '/')
      .replace(/(.)\/$/, '$1');
    const access = (Reflect.getMetadata(ROUTE_ACCESS, handler) ??
      Reflect.getMetadata(ROUTE_ACCESS, controller)) as RouteAccess | undefined;
    return [{ name: `${RequestMethod[method]} ${path}`, access }];
  });
}
