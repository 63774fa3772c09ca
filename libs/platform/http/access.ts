import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, currentRequest } from './context.js';
import { forbidden, unauthenticated } from './errors.js';

/** What a route declares: open to all, or one permission. */
export type RouteAccess = { public: true } | { permission: string };

export const ROUTE_ACCESS = 'route:access';

/** Anybody may call this route; a signed-in caller is still recognised. */
export const Public = () =>
  applyDecorators(
    SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { public: true }),
    ApiExtension('x-access', 'public'),
  );

/** Only callers whose roles hold this permission, in any scope; the service then checks the object's own scope. */
export const Can = (permission: string) =>
  applyDecorators(
    SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { permission }),
    ApiSecurity('cookie'),
    ApiExtension('x-access', permission),
  );

/** How the application recognises callers and decides; its identity room provides it. */
export abstract class AccessPolicy {
  /** The signed-in caller, or undefined. */
  abstract authenticate(request: FastifyRequest): Promise<Actor | undefined> | Actor | undefined;
  /** Whether some role of the actor holds the permission, whatever its scope. */
  abstract holds(actor: Actor, permission: string): boolean;
  /** Somebody is let through to a route: what must be on record before the answer is. */
  abstract admitted(actor: Actor, permission: string, request: FastifyRequest): Promise<void> | undefined;
}

/** The acting person; on a public route without a session, the public. */
export const CurrentActor = createParamDecorator((): Actor => currentRequest()?.actor ?? PUBLIC);

const PUBLIC: Actor = { userId: null, name: 'public', roles: [{ role: 'public' }] };

/** Denies every route that does not say who may call it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(AccessPolicy) private readonly policy: AccessPolicy) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const found = this.policy.authenticate(request);
    const actor = found instanceof Promise ? await found : found;
    const current = currentRequest();
    if (current && actor) {
      current.actor = actor;
    }
    if ('public' in access) return true;
    if (!actor) throw unauthenticated();
    if (!this.policy.holds(actor, access.permission)) throw forbidden();
    const noted = this.policy.admitted(actor, access.permission, request);
    if (noted) await noted;
    return true;
  }
}

function accessOf(context: ExecutionContext): RouteAccess {
  const declared: unknown =
    Reflect.getMetadata(ROUTE_ACCESS, context.getHandler()) ??
    Reflect.getMetadata(ROUTE_ACCESS, context.getClass());
  if (!declared) throw forbidden();
  return declared as RouteAccess;
}
