import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, newId } from '#platform/database';
import { type Actor, conflict, DomainError, invalid, type Lang, notFound } from '#platform/http';
import { holds } from './access.rules.js';
import type { NewTokenDto, ShownTokenDto, TokenDto } from './api-tokens.dto.js';
import { BelievedCallers, type Recognised } from './believed-callers.js';
import { grantsJson, type TimedGrant } from './grants.rules.js';
import { Grants } from './grants.service.js';
import { NOT_FOR_TOKENS, type Permission } from './policy.js';
import { ENROLLED, needsSecondFactor } from './second-factor.rules.js';

/** First characters of every token, by which scanners of published code recognise a leaked one. */
const PREFIX = 'mirps_';
const FORM = /^Bearer (mirps_[\w-]{43})$/;
const MOST_TOKENS = 20;
const MOST_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;

interface TokenRow {
  userId: string;
  name: string;
  lang: Lang;
  permissions: string[];
  left: number;
  /** The owner has a second factor. */
  enrolled: boolean;
  roles: TimedGrant[];
}

// Seen at most once a minute, because recognised tokens are believed that long.
const USE = `
  WITH used AS (
    UPDATE api_tokens SET last_used_at = $2
     WHERE hash = $1 AND revoked_at IS NULL AND expires_at > $2
    RETURNING user_id, permissions, extract(epoch FROM expires_at - $2::timestamptz)::float8 * 1000 AS left)
  SELECT u.id AS "userId", u.name, u.lang, used.permissions, used.left, ${ENROLLED} AS enrolled, ${grantsJson('u.id', '$2')} AS roles
    FROM used JOIN auth_users u ON u.id = used.user_id WHERE u.active`;

const COLUMNS = `id, name, hint, permissions, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;

const OWN = `
  SELECT ${COLUMNS} FROM api_tokens
   WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at DESC, id`;

const INSERT = `
  INSERT INTO api_tokens (id, user_id, name, hash, hint, permissions, created_at, expires_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8
   WHERE (SELECT count(*) FROM api_tokens WHERE user_id = $2 AND revoked_at IS NULL AND expires_at > $7) < ${MOST_TOKENS}
  RETURNING ${COLUMNS}`;

export const TOKEN = { en: 'token', es: 'la clave para programas' };

/** Tokens for programs: a named part of what a person may do, until a day, shown once and kept as a hash. */
@Injectable()
export class ApiTokens {
  private readonly believed = new BelievedCallers();

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Grants) private readonly grants: Grants,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /**
   * The owner of the token in an Authorization header, limited to what the token is for; undefined when it is none of ours.
   * @throws DomainError unauthenticated for one that has ended: who sends it would take less than they may read for all there is
   */
  authenticate(header: string): Promise<Actor | undefined> | Actor | undefined {
    const hash = hashIn(header);
    return hash === undefined ? undefined : this.believed.get(hash, () => this.recognise(hash));
  }

  /** A name for the bearer of a token that was recognised not long ago, for counting requests; undefined for others. */
  knownBearer(header: string | undefined): string | undefined {
    const hash = hashIn(header);
    return hash !== undefined && this.believed.knows(hash) ? hash : undefined;
  }

  /** Tokens of a person that can still be used, the newest first. */
  list(userId: string): Promise<TokenDto[]> {
    return this.database.query<TokenDto>(OWN, [userId, this.clock.now()]);
  }

  /** @throws DomainError invalid, conflict when the person has too many */
  async create(actor: Actor & { userId: string }, input: NewTokenDto): Promise<ShownTokenDto> {
    const now = this.clock.now();
    const expiresAt = new Date(input.expiresAt);
    if (expiresAt <= now || expiresAt.getTime() > now.getTime() + MOST_DAYS * DAY_MS)
      throw invalid('expiresAt', {
        en: `must lie in the future, at most ${MOST_DAYS} days from now`,
        es: `debe estar en el futuro, a no más de ${MOST_DAYS} días de hoy`,
      });
    if (input.permissions.length === 0)
      throw invalid('permissions', {
        en: 'must name at least one; what is published needs no token',
        es: 'debe indicar al menos uno; para lo publicado no hace falta una clave',
      });
    for (const [index, permission] of input.permissions.entries())
      if (NOT_FOR_TOKENS.has(permission as Permission) || !holds(actor, permission as Permission))
        throw invalid(`permissions[${index}]`, {
          en: 'is not yours to give to a program',
          es: 'no es un permiso que usted pueda dar a un programa',
        });
    const token = PREFIX + randomBytes(32).toString('base64url');
    const values = [
      newId(),
      actor.userId,
      input.name,
      hashOf(token),
      token.slice(-4),
      input.permissions,
      now,
      expiresAt,
    ];
    return this.database.transaction(async () => {
      const row = await this.database.one<TokenDto>(INSERT, values);
      if (!row)
        throw conflict({
          en: `At most ${MOST_TOKENS} tokens at a time; revoke one that is no longer used.`,
          es: `Como máximo ${MOST_TOKENS} claves a la vez; revoque una que ya no se use.`,
        });
      await this.audit.record({
        action: 'token.create',
        entity: 'token',
        entityId: row.id,
        after: { permissions: input.permissions, expiresAt },
      });
      return { ...row, token };
    });
  }

  /** Ends a token at once here, in other processes within a minute. @throws DomainError not_found */
  async revoke(userId: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = await this.database.one<{ hash: string }>(
        `UPDATE api_tokens SET revoked_at = $3 WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL RETURNING hash`,
        [id, userId, this.clock.now()],
      );
      if (!row) throw notFound(TOKEN);
      await this.audit.record({ action: 'token.revoke', entity: 'token', entityId: id });
      this.database.afterCommit(() => this.believed.forget((key) => key === row.hash));
    });
  }

  forgetUser(userId: string): void {
    this.believed.forget((_, actor) => actor.userId === userId);
  }

  private async recognise(hash: string): Promise<Recognised> {
    const row = await this.database.one<TokenRow>(USE, [hash, this.clock.now()], 'identity_token');
    if (!row) throw new DomainError('unauthenticated', ENDED);
    const { userId, name, lang, left, enrolled } = row;
    const { grants, certainFor } = await this.grants.now(row.roles);
    // Who may do nothing before they have set a second factor up has no program do it for them.
    const shut = !enrolled && needsSecondFactor(grants, this.config);
    const actor = Object.freeze({
      userId,
      name,
      lang,
      roles: grants,
      permissions: new Set(row.permissions),
      ...(shut && { pending: 'enrol' as const }),
    });
    return { actor, certainFor: Math.min(left, certainFor) };
  }
}

const ENDED = {
  en: 'This token is not known, has ended or was revoked. Make a new one on the page My account.',
  es: 'Esta clave no se conoce, venció o fue revocada. Cree una nueva en la página Mi cuenta.',
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The hash of the token in an Authorization header; undefined when there is none of ours. */
function hashIn(header = ''): string | undefined {
  const token = FORM.exec(header)?.[1];
  return token === undefined ? undefined : hashOf(token);
}
