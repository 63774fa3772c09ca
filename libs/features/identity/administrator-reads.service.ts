import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type AuditRecord, AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { type Actor, runAs } from '#platform/http';
import { reachOf } from './access.rules.js';
import { type Permission, SHOWS_DRAFTS } from './policy.js';

/** Leaves an entry when an administrator looks where others see nothing unpublished: they may, and it is known. */
@Injectable()
export class AdministratorReads {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** @returns undefined, at once, for everybody whose other roles show them as much */
  note(actor: Actor, permission: string, request: FastifyRequest): Promise<void> | undefined {
    if (!actor.roles.some(({ role }) => role === 'administrator')) return undefined;
    if (!SHOWS_DRAFTS.has(permission as Permission) || request.method !== 'GET') return undefined;
    const others = { ...actor, roles: actor.roles.filter(({ role }) => role !== 'administrator') };
    if (reachOf(others, permission as Permission).working === 'all') return undefined;
    const [path = '', query] = request.url.split('?');
    const entry: AuditRecord = {
      action: 'administrator.read',
      entity: 'page',
      entityId: path,
      after: { permission, ...(query === undefined ? {} : { query }) },
    };
    return runAs(actor, () => this.database.transaction(() => this.audit.record(entry)), request.id);
  }
}
