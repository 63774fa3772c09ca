import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { notFound } from '#platform/http';
import { deviceOf } from './devices.rules.js';
import { Sessions } from './sessions.service.js';
import type { OpenSessionDto } from './me.dto.js';

const OPEN = `
  SELECT id, token, method, user_agent AS "userAgent", created_at AS "createdAt", last_seen_at AS "lastSeenAt",
         second_factor_at IS NOT NULL AS "secondFactor"
    FROM auth_sessions WHERE user_id = $1 AND expires_at > now() ORDER BY last_seen_at DESC, id`;

interface OpenRow extends Omit<OpenSessionDto, 'device' | 'present'> {
  token: string;
  userAgent: string | null;
}

/** The open sessions of a person: where they are signed in. */
@Injectable()
export class OwnSessions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** Last seen first; the one that asks is marked. */
  async list(userId: string, request: FastifyRequest): Promise<OpenSessionDto[]> {
    const present = this.sessions.tokenOf(request);
    const rows = await this.database.query<OpenRow & Record<string, unknown>>(OPEN, [userId]);
    return rows.map(({ token, userAgent, id, method, createdAt, lastSeenAt, secondFactor }) => ({
      ...{ id, method, createdAt, lastSeenAt, secondFactor },
      device: deviceOf(userAgent),
      present: token === present,
    }));
  }

  /** Ends one session, or all of them; elsewhere that counts within a minute. @throws DomainError not_found */
  async end(userId: string, id: string | null = null): Promise<void> {
    await this.database.transaction(async () => {
      const ended = await this.database.execute(
        'DELETE FROM auth_sessions WHERE user_id = $1 AND ($2::uuid IS NULL OR id = $2)',
        [userId, id],
      );
      if (id !== null && ended === 0) throw notFound({ en: 'open session', es: 'la sesión abierta' });
      const action = id === null ? 'account.end_all_sessions' : 'account.end_session';
      await this.audit.record({ action, entity: 'user', entityId: userId, after: { ended } });
      this.sessions.forgetUser(userId);
    });
  }
}
