import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessPolicy, type Actor } from '#platform/http';
import { holds } from './access.rules.js';
import { isPermission } from './policy.js';

/** Recognises callers by their session cookie and decides by the policy table. */
@Injectable()
export class SessionAccess extends AccessPolicy {
  authenticate(_request: FastifyRequest): Promise<Actor | undefined> | Actor | undefined {
    return undefined;
  }

  holds(actor: Actor, permission: string): boolean {
    return isPermission(permission) && holds(actor, permission);
  }
}
