import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import {
  AccessPolicy,
  type Actor,
  type Bilingual,
  conflict,
  type Lang,
  type SignInStep,
} from '#platform/http';
import { holds } from './access.rules.js';
import { AdministratorReads } from './administrator-reads.service.js';
import { ApiTokens } from './api-tokens.service.js';
import { BelievedCallers, type Recognised } from './believed-callers.js';
import { areColleagues } from './colleagues.rules.js';
import { grantsJson, type TimedGrant } from './grants.rules.js';
import { Grants } from './grants.service.js';
import { isPermission } from './policy.js';
import {
  ENROLLED,
  needsSecondFactor,
  rolesWithTwoFactors,
  stepAfterOneFactor,
} from './second-factor.rules.js';
import { actingCookieName, cookieValue, sessionCookieName, verifiedToken } from './session-cookie.js';

/** However often it is used, a session ends so long after the sign-in. */
export const LONGEST_SESSION = '30 days';

/** How old "last seen" may be before it is written anew. */
const SEEN_EVERY_S = 300;

interface SessionRow {
  userId: string;
  name: string;
  lang: Lang;
  /** Milliseconds until the session, or the delegation that is used, ends. */
  left: number;
  /** Seconds since it was last seen. */
  unseen: number;
  /** A second factor has been shown. */
  strong: boolean;
  /** The person has a second factor. */
  enrolled: boolean;
  /** Whose powers are used instead of the person's own. */
  giverId: string | null;
  giverName: string | null;
  roles: TimedGrant[];
}

const SESSION = `
  SELECT u.id AS "userId", u.name, u.lang, g.id AS "giverId", g.name AS "giverName",
         least(extract(epoch FROM least(s.expires_at, s.created_at + interval '${LONGEST_SESSION}') - now()), extract(epoch FROM d.valid_to - $2::timestamptz))::float8 * 1000 AS left,
         extract(epoch FROM now() - s.last_seen_at)::float8 AS unseen, s.second_factor_at IS NOT NULL AS strong, ${ENROLLED} AS enrolled,
         ${grantsJson('coalesce(g.id, u.id)', '$2')} AS roles
    FROM auth_sessions s
    JOIN auth_users u ON u.id = s.user_id
    LEFT JOIN delegations d ON d.id = $3::uuid AND d.taker_id = u.id AND d.valid_from <= $2 AND d.valid_to > $2
     AND ${areColleagues('d.giver_id', 'd.taker_id', '$2')}
    LEFT JOIN auth_users g ON g.id = d.giver_id AND g.active
   WHERE s.token = $1 AND s.expires_at > now() AND s.created_at > now() - interval '${LONGEST_SESSION}' AND u.active`;

const FACTORS = `
  SELECT ${ENROLLED} AS enrolled,
         ((SELECT count(*) FROM auth_totp_keys k WHERE k.user_id = u.id AND k.confirmed_at IS NOT NULL)
           + (SELECT count(*) FROM auth_passkeys p WHERE p.user_id = u.id))::int AS factors, EXISTS (
           SELECT FROM role_assignments r
            WHERE r.user_id = u.id AND r.role = ANY($2) AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to > $3)) AS must
    FROM auth_users u WHERE u.id = $1`;

const LAST_FACTOR: Bilingual = {
  en: 'Your role needs a second factor, and this is the only one. Add another one first, then remove this one.',
  es: 'Su función exige un segundo factor y este es el único. Añada primero otro y luego quite este.',
};

/**
 * Recognises callers by their session cookie or API token. Verified ones are kept here for at most a minute, and never beyond
 * the session's end or the start or end of a role. Signing out and changed roles count at once in the process where they
 * happen, and in the others within that minute.
 */
@Injectable()
export class Sessions extends AccessPolicy {
  private readonly cookieName: string;
  private readonly actingName: string;
  private readonly believed = new BelievedCallers();

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Grants) private readonly grants: Grants,
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
    @Inject(AdministratorReads) private readonly reads: AdministratorReads,
  ) {
    super();
    this.cookieName = sessionCookieName(config);
    this.actingName = actingCookieName(config);
  }

  /** The signed-in caller: at once when known, else from the database in one statement. */
  override authenticate({ headers }: FastifyRequest): Promise<Actor | undefined> | Actor | undefined {
    if (headers.authorization?.startsWith('Bearer ')) return this.tokens.authenticate(headers.authorization);
    const cookie = cookieValue(headers.cookie, this.cookieName);
    if (cookie === undefined) return undefined;
    const acting = cookieValue(headers.cookie, this.actingName);
    const key = acting === undefined ? cookie : `${cookie}|${acting}`;
    return this.believed.get(key, () => this.recognise(cookie, acting));
  }

  override holds(actor: Actor, permission: string): boolean {
    return isPermission(permission) && holds(actor, permission);
  }

  override admitted(actor: Actor, permission: string, request: FastifyRequest): Promise<void> | undefined {
    return this.reads.note(actor, permission, request);
  }

  /** A person's rights changed: their sessions and tokens are read again, once the present transaction has committed. */
  forgetUser(userId: string): void {
    this.database.afterCommit(() => {
      this.believed.forget((_, actor) => actor.userId === userId || actor.onBehalfOf?.userId === userId);
      this.tokens.forgetUser(userId);
    });
  }

  /** What is left to do for a person who has just shown one factor; undefined: nothing. */
  async stepAfterOneFactor(userId: string): Promise<SignInStep | undefined> {
    const row = await this.database.one<{ enrolled: boolean; must: boolean }>(FACTORS, [
      userId,
      rolesWithTwoFactors(this.config),
      this.clock.now(),
    ]);
    return row && stepAfterOneFactor(row.enrolled, row.must);
  }

  /**
   * Before a second factor goes: who must have one keeps another. In the transaction that removes it.
   * @throws DomainError conflict
   */
  async mayLoseOneFactor(userId: string): Promise<void> {
    if (this.config.secondFactor === 'optional') return;
    // Whoever removes two at the same moment waits here, and then sees that one is left.
    await this.database.execute('SELECT 1 FROM auth_users WHERE id = $1 FOR UPDATE', [userId]);
    const row = await this.database.one<{ factors: number; must: boolean }>(FACTORS, [
      userId,
      rolesWithTwoFactors(this.config),
      this.clock.now(),
    ]);
    if (row?.must && row.factors < 2) throw conflict(LAST_FACTOR);
  }

  /** The token of the caller's session; undefined without one of ours. */
  tokenOf(request: FastifyRequest): string | undefined {
    const cookie = cookieValue(request.headers.cookie, this.cookieName);
    return cookie === undefined ? undefined : verifiedToken(cookie, this.config.secret);
  }

  /** Whoever signs in while signed in has one session afterwards: the earlier one ends. @param cookies set by the answer */
  async endReplaced(request: FastifyRequest, cookies: readonly string[]): Promise<void> {
    const before = this.tokenOf(request);
    const value = cookies.map((line) => cookieValue(line.split(';')[0], this.cookieName)).find(Boolean);
    const opened = value && verifiedToken(value, this.config.secret);
    if (!before || !opened || opened === before) return;
    await this.database.execute('DELETE FROM auth_sessions WHERE token = $1', [before]);
    this.forgetRequest(request);
  }

  /** The caller signed out, or acts for somebody else from here on. */
  forgetRequest(request: FastifyRequest): void {
    const cookie = cookieValue(request.headers.cookie, this.cookieName);
    this.believed.forget((key) => cookie !== undefined && key.split('|')[0] === cookie);
  }

  private async recognise(cookie: string, acting: string | undefined): Promise<Recognised | undefined> {
    const token = verifiedToken(cookie, this.config.secret);
    if (token === undefined) return undefined;
    const values = [token, this.clock.now(), acting && isUUID(acting) ? acting : null];
    const row = await this.database.one<SessionRow>(SESSION, values, 'identity_session');
    if (!row) return undefined;
    const { userId, name, lang, giverId, giverName, left } = row;
    const { grants, certainFor } = await this.grants.now(
      // Whoever stands in for somebody gets their work, not the keys to the house.
      giverId ? row.roles.filter(({ role }) => role !== 'administrator') : row.roles,
    );
    const onBehalfOf = giverId ? { userId: giverId, name: giverName ?? '' } : undefined;
    const pending = row.strong
      ? undefined
      : stepAfterOneFactor(row.enrolled, needsSecondFactor(grants, this.config));
    if (row.unseen > SEEN_EVERY_S) this.noteSeen(token);
    const actor = Object.freeze({
      userId,
      name,
      lang,
      roles: grants,
      onBehalfOf,
      ...(pending && { pending }),
    });
    return { actor, certainFor: Math.min(left, certainFor) };
  }

  /** For the list of the person's sessions; nobody waits for it, and nothing depends on it. */
  private noteSeen(token: string): void {
    this.database
      .execute('UPDATE auth_sessions SET last_seen_at = now() WHERE token = $1', [token], 'identity_seen')
      .catch(() => undefined);
  }
}
