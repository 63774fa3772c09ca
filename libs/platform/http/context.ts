import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyRequest } from 'fastify';

export type Lang = 'en' | 'es';

/** One role of a person with the scope it holds for; the words are the application's. */
export interface RoleGrant {
  role: string;
  stateCode?: string | null;
  institutionId?: string | null;
  teamKey?: string | null;
}

/** Who acts. `userId` is null for the system itself and for the public. */
export interface Actor {
  userId: string | null;
  name: string;
  roles: readonly RoleGrant[];
  /** Who is absent and has handed their powers over to the actor, when these are the ones that are used. */
  onBehalfOf?: { userId: string; name: string };
  /** A program that acts for the person may use these permissions alone; absent: all of theirs. */
  permissions?: ReadonlySet<string>;
  /** The person's language, where known. */
  lang?: Lang;
  /** Half signed in: the second factor has yet to be shown (`verify`), or to be set up first (`enrol`). */
  pending?: SignInStep;
}

/** What is left to do before somebody is signed in. */
export type SignInStep = 'verify' | 'enrol';

export interface RequestContext {
  requestId: string;
  lang: Lang;
  actor?: Actor;
}

/** The product acting for itself: seeds, schedules and rollups. */
export const SYSTEM: Actor = { userId: null, name: 'system', roles: [{ role: 'system' }] };

const storage = new AsyncLocalStorage<RequestContext>();

/** The request, job or command that this code runs for. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

export const currentActor = (): Actor | undefined => storage.getStore()?.actor;

export const withRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** Runs `work` as somebody: jobs, commands and seeds go through the same services as requests do. */
export function runAs<T>(actor: Actor, work: () => T, requestId = `run-${crypto.randomUUID()}`): T {
  return storage.run({ requestId, lang: actor.lang ?? 'es', actor }, work);
}

/** Where a request keeps its context until its body is read. */
export const CONTEXT = Symbol('request context');

declare module 'fastify' {
  interface FastifyRequest {
    [CONTEXT]?: RequestContext;
  }
}

export const contextOf = (request: FastifyRequest): RequestContext =>
  request[CONTEXT] ?? { requestId: request.id, lang: 'es' };
