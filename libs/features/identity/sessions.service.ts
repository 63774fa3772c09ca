import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { AccessPolicy, type Actor, type Lang, type RoleGrant } from '#platform/http';
import { holds } from './access.rules.js';
import { isPermission } from './policy.js';
import { cookieValue, sessionCookieName, verifiedToken } from './session-cookie.js';

/** How long a verified session is believed without asking the database again. */
const BELIEVED_MS = 60_000;
const MOST_SESSIONS = 10_000;

interface SessionRow {
  userId: string;
  name: string;
  lang: Lang;
  /** Milliseconds until the session ends. */
  left: number;
  /** Assignments that hold now or later; instants in milliseconds since 1970. */
  roles: (Required<RoleGrant> & { from: number; to: number | null })[];
}

const SESSION = `
  SELECT u.id AS "userId", u.name, u.lang, extract(epoch FROM s.expires_at - now())::float8 * 1000 AS left,
         coalesce((
           SELECT jsonb_agg(jsonb_build_object(
                    'role', r.role, 'stateCode', r.state_code, 'institutionId', r.institution_id, 'teamKey', r.team_key,
                    'from', extract(epoch FROM r.valid_from) * 1000, 'to', extract(epoch FROM r.valid_to) * 1000))
             FROM role_assignments r
            WHERE r.user_id = u.id AND (r.valid_to IS NULL OR r.valid_to > $2)
         ), '[]') AS roles
    FROM auth_sessions s
    JOIN auth_users u ON u.id = s.user_id
   WHERE s.token = $1 AND s.expires_at > now() AND u.active`;

/**
 * Recognises callers by their session cookie. Verified sessions are kept here for at most a minute, and never beyond the
 * session's end or the start or end of a role. Signing out and changed roles count at once in the process where they
 * happen, and in the others within that minute.
 */
@Injectable()
export class Sessions extends AccessPolicy {
  private readonly cookieName: string;
  private readonly actors = new LRUCache<string, Actor>({ max: MOST_SESSIONS, ttl: BELIEVED_MS });
  private readonly loading = new Map<string, Promise<Actor | undefined>>();
  /** Grows with every "forget": what was read before then must not be kept. */
  private age = 0;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
    this.cookieName = sessionCookieName(config);
  }

  /** The signed-in caller: at once when known, else from the database in one statement. */
  override authenticate(request: FastifyRequest): Promise<Actor | undefined> | Actor | undefined {
    const cookie = cookieValue(request.headers.cookie, this.cookieName);
    if (cookie === undefined) return undefined;
    return this.actors.get(cookie) ?? this.loading.get(cookie) ?? this.recognise(cookie);
  }

  override holds(actor: Actor, permission: string): boolean {
    return isPermission(permission) && holds(actor, permission);
  }

  /** A person's rights changed: their sessions are read again, once the present transaction has committed. */
  forgetUser(userId: string): void {
    this.database.afterCommit(() => {
      this.age += 1;
      this.loading.clear();
      for (const [cookie, actor] of this.actors.entries())
        if (actor.userId === userId) this.actors.delete(cookie);
    });
  }

  /** The caller signed out. */
  forgetRequest(request: FastifyRequest): void {
    this.age += 1;
    this.loading.clear();
    const cookie = cookieValue(request.headers.cookie, this.cookieName);
    if (cookie !== undefined) this.actors.delete(cookie);
  }

  private recognise(cookie: string): Promise<Actor | undefined> | undefined {
    const token = verifiedToken(cookie, this.config.secret);
    if (token === undefined) return undefined;
    const found = this.load(cookie, token).finally(() => {
      if (this.loading.get(cookie) === found) this.loading.delete(cookie);
    });
    this.loading.set(cookie, found);
    return found;
  }

  private async load(cookie: string, token: string): Promise<Actor | undefined> {
    const { age } = this;
    const now = this.clock.now();
    const row = await this.database.one<SessionRow>(SESSION, [token, now], 'identity_session');
    if (!row) return undefined;
    const actor = actorOf(row, now.getTime());
    const ttl = Math.min(BELIEVED_MS, row.left, untilRolesChange(row, now.getTime()));
    if (age === this.age && ttl >= 1) this.actors.set(cookie, actor, { ttl: Math.floor(ttl) });
    return actor;
  }
}

function actorOf(row: SessionRow, now: number): Actor {
  const roles = row.roles
    .filter(({ from, to }) => from <= now && (to === null || to > now))
    .map(({ role, stateCode, institutionId, teamKey }) =>
      Object.freeze({ role, stateCode, institutionId, teamKey }),
    );
  return Object.freeze({ userId: row.userId, name: row.name, lang: row.lang, roles: Object.freeze(roles) });
}

/** Milliseconds until the next role begins or ends. */
const untilRolesChange = (row: SessionRow, now: number): number =>
  Math.min(
    ...row.roles
      .flatMap(({ from, to }) => [from, to ?? Infinity])
      .filter((at) => at > now)
      .map((at) => at - now),
    Infinity,
  );
