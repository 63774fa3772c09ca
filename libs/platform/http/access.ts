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
import { type Actor, currentRequest, type SignInStep } from './context.js';
import { DomainError, forbidden, unauthenticated } from './errors.js';

/** What a route declares: one permission, and whether people who are not signed in are let through to what it shows them. */
export type RouteAccess = { public: true; permission?: string } | { public?: false; permission: string };

export const ROUTE_ACCESS = 'route:access';

/**
 * Anybody may call this route; a signed-in caller is still recognised.
 * @param permission by which the service decides how much the caller sees, where that differs from one to the next
 */
export const Public = (permission?: string) =>
  applyDecorators(
    SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { public: true, permission }),
    ApiExtension('x-access', 'public'),
    ...(permission === undefined ? [] : [ApiExtension('x-permission', permission)]),
  );

/** Only callers whose roles hold this permission, in any scope; the service then checks the object's own scope. */
export const Can = (permission: string) =>
  applyDecorators(
    SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { permission }),
    ApiSecurity('cookie'),
    ApiExtension('x-access', permission),
  );

const BEFORE_SECOND_FACTOR = 'route:before-second-factor';

/** A route for who is half signed in, too: for those who wait for one of these steps. */
export const BeforeSecondFactor = (...steps: SignInStep[]) =>
  SetMetadata<string, SignInStep[]>(BEFORE_SECOND_FACTOR, steps);

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
    const half = actor?.pending !== undefined && !stepsOf(context).includes(actor.pending);
    const current = currentRequest();
    // Whoever is half signed in sees what everybody sees.
    if (current && actor && !half) current.actor = actor;
    if (!access.public) {
      if (!actor) throw unauthenticated();
      if (half) throw secondFactorRequired(actor.pending);
      if (!this.policy.holds(actor, access.permission)) throw forbidden();
    }
    const noted =
      actor && !half && access.permission
        ? this.policy.admitted(actor, access.permission, request)
        : undefined;
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

const stepsOf = (context: ExecutionContext): SignInStep[] =>
  (Reflect.getMetadata(BEFORE_SECOND_FACTOR, context.getHandler()) as SignInStep[] | undefined) ?? [];

const secondFactorRequired = (step: SignInStep | undefined): DomainError =>
  new DomainError(
    'second_factor_required',
    step === 'enrol'
      ? {
          en: 'Your role needs a second factor. Set up an authenticator app or a passkey first.',
          es: 'Su función necesita un segundo factor. Configure primero una aplicación de autenticación o una llave de acceso.',
        }
      : {
          en: 'Confirm the sign-in with your second factor first.',
          es: 'Primero confirme el inicio de sesión con su segundo factor.',
        },
    [],
    { step },
  );
