import { Inject, Injectable, Optional } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { notFound } from '#platform/http';
import { PersonalTraces } from './personal-traces.js';
import { ROLE_JSON, USER } from './users.queries.js';

const rows = (columns: string, from: string, order: string): string =>
  `coalesce((SELECT json_agg(row_to_json(r)) FROM (SELECT ${columns} FROM ${from} ORDER BY ${order}) r), '[]')`;

// Others are named here by id alone: their names are theirs.
const SECTIONS: Record<string, string> = {
  account: `json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'emailVerified', u.email_verified, 'image', u.image,
    'lang', u.lang, 'active', u.active, 'createdAt', u.created_at, 'updatedAt', u.updated_at, 'erasedAt', u.erased_at)`,
  roles: `coalesce((SELECT jsonb_agg(${ROLE_JSON} ORDER BY r.valid_from, r.id) FROM role_assignments r WHERE r.user_id = u.id), '[]')`,
  waysToSignIn: rows(
    'provider_id AS provider, password IS NOT NULL AS password, created_at AS "createdAt"',
    'auth_accounts WHERE user_id = u.id',
    'created_at',
  ),
  authenticatorApp: rows(
    'created_at AS "createdAt", confirmed_at AS "confirmedAt", cardinality(recovery_codes) AS "recoveryCodesLeft"',
    'auth_totp_keys WHERE user_id = u.id',
    'created_at',
  ),
  passkeys: rows(
    'name, created_at AS "createdAt", last_used_at AS "lastUsedAt"',
    'auth_passkeys WHERE user_id = u.id',
    'created_at',
  ),
  sessions: rows(
    'method, ip_address AS "ipAddress", user_agent AS "userAgent", created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"',
    'auth_sessions WHERE user_id = u.id',
    'created_at',
  ),
  links: rows(
    'purpose, email, created_at AS "createdAt", expires_at AS "expiresAt", used_at AS "usedAt"',
    'auth_links WHERE user_id = u.id',
    'created_at',
  ),
  tokens: rows(
    'name, hint, permissions, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"',
    'api_tokens WHERE user_id = u.id',
    'created_at',
  ),
  savedViews: rows(
    'page, name, search, is_default AS "isDefault", shared_state AS "sharedState", shared_team AS "sharedTeam", shared_body AS "sharedBody", created_at AS "createdAt"',
    'saved_views WHERE user_id = u.id',
    'page, name',
  ),
  delegations: rows(
    'giver_id AS "giverId", taker_id AS "takerId", valid_from AS "validFrom", valid_to AS "validTo", CASE WHEN giver_id = u.id THEN reason END AS reason',
    'delegations WHERE giver_id = u.id OR taker_id = u.id',
    'valid_from',
  ),
  mails: rows(
    'subject, text, created_at AS "createdAt"',
    'mail_outbox WHERE strpos(lower(recipient), u.email) > 0 OR person_id = u.id',
    'id',
  ),
  changes: rows(
    'at, action, entity, entity_id AS "entityId", on_behalf_of_id AS "onBehalfOfId", before, after, reason',
    'audit_entries WHERE actor_id = u.id',
    'id',
  ),
};

const EXPORT = `
  SELECT ${Object.entries(SECTIONS)
    .map(([section, sql]) => `${sql} AS "${section}"`)
    .join(',\n         ')}
    FROM auth_users u WHERE u.id = $1`;

/** All that is stored about a person, by section; `docs/personal-data.md` tells what each one is. */
export type PersonalData = Record<string, unknown>;

/** Gives people what is stored about them. */
@Injectable()
export class PersonalDataService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Optional() @Inject(PersonalTraces) private readonly traces?: PersonalTraces,
  ) {}

  /** @throws DomainError not_found */
  async of(userId: string): Promise<PersonalData> {
    return this.database.transaction(async () => {
      const own = await this.database.one<PersonalData>(EXPORT, [userId]);
      if (!own) throw notFound(USER);
      const work = (await this.traces?.of(userId)) ?? {};
      await this.audit.record({ action: 'user.export', entity: 'user', entityId: userId });
      return { exportedAt: this.clock.now(), ...own, ...work };
    });
  }
}
