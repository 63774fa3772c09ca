import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { FixedClock } from '#platform/clock';
import { loadConfig } from '#platform/config';
import { newId } from '#platform/database';
import { Mailer, MailOutbox } from '#platform/mail';
import { Outbox } from '#platform/outbox';
import { type AccountNotice, AccountNotices } from '../../libs/features/identity/account-notices.service.js';
import { NoticeSender } from '../../libs/features/identity/notice-sender.service.js';
import { AdministratorReads } from '../../libs/features/identity/administrator-reads.service.js';
import { ApiTokens } from '../../libs/features/identity/api-tokens.service.js';
import { Delegations } from '../../libs/features/identity/delegations.service.js';
import { Erasure } from '../../libs/features/identity/erasure.service.js';
import { Grants } from '../../libs/features/identity/grants.service.js';
import { Passwords } from '../../libs/features/identity/passwords.service.js';
import { PersonalDataService } from '../../libs/features/identity/personal-data.service.js';
import { RolesService } from '../../libs/features/identity/roles.service.js';
import { Sessions } from '../../libs/features/identity/sessions.service.js';
import { SignInAttempts } from '../../libs/features/identity/sign-in-attempts.service.js';
import type { StateFacts } from '../../libs/features/identity/state-facts.js';
import type { UserDto } from '../../libs/features/identity/users.dto.js';
import { UsersQueries } from '../../libs/features/identity/users.queries.js';
import { UsersService } from '../../libs/features/identity/users.service.js';
import { auditService, type TestDatabase } from '../harness/index.js';

const SECRET = 'a secret of at least thirty-two characters';
export const NOON = new Date('2024-07-01T12:00:00Z');
/** Midnight in Belize, and in Costa Rica, where the next Presidency begins. */
export const TERM = { from: new Date('2024-01-24T06:00:00Z'), to: new Date('2024-12-05T06:00:00Z') };

/** Every State but XX exists, and every team but `none`; GT holds the Presidency in `TERM`, and has the institution `GT_OFFICE`. */
export const GT_OFFICE = '0190f000-0000-7000-8000-000000000001';

const states: StateFacts = {
  zoneOf: (code) => Promise.resolve(code === 'XX' ? undefined : 'America/Guatemala'),
  presidencyTermsOf: (code) => Promise.resolve(code === 'GT' ? [TERM] : []),
  hasInstitution: (code, id) => Promise.resolve(code === 'GT' && id === GT_OFFICE),
  hasTeam: (key) => Promise.resolve(key !== 'none'),
};

/** The services of people and their powers, at noon of 1 July 2024. */
export function openIdentityRooms(test: TestDatabase) {
  const { database } = test;
  const clock = new FixedClock(NOON);
  const audit = auditService(database, clock);
  const config = loadConfig({ DATABASE_URL: test.url, MIRPS_SECRET: SECRET });
  const grants = new Grants(clock, states);
  const tokens = new ApiTokens(config, database, clock, grants, audit);
  const sessions = new Sessions(
    config,
    database,
    clock,
    grants,
    tokens,
    new AdministratorReads(database, audit),
  );
  const queries = new UsersQueries(database, clock);
  const roles = new RolesService(database, audit, sessions, queries, clock, new Outbox(database), states);
  const users = new UsersService(database, audit, roles, queries, sessions);
  const notices = new AccountNotices(clock, config, new Outbox(database));
  const passwords = new Passwords(database, audit, sessions, new SignInAttempts(database), notices, queries);
  const delegations = new Delegations(database, clock, config, audit, sessions, notices);
  const mails = new MailOutbox(database);
  const sender = new NoticeSender(database, config, notices, new Mailer(mails, 'T <t@t.example>'));
  const erasure = new Erasure(database, clock, audit, queries, sessions, mails);
  const personalData = new PersonalDataService(database, clock, audit);
  let count = 0;
  return {
    clock,
    config,
    sessions,
    roles,
    queries,
    users,
    passwords,
    tokens,
    delegations,
    mails,
    /** Sends the notices that wait, as the worker does. @returns what the jobs were told */
    sendNotices: async (): Promise<AccountNotice[]> => {
      const news = await database.query<{ payload: AccountNotice }>(
        `DELETE FROM outbox WHERE topic = 'account.changed' RETURNING payload`,
      );
      for (const { payload } of news) await sender.send(payload);
      return news.map(({ payload }) => payload);
    },
    erasure,
    personalData,
    person: (given: Partial<UserDto> = {}): Promise<UserDto> => {
      count += 1;
      return users.create({
        name: given.name ?? `Person ${count}`,
        email: given.email ?? `p${count}@example.org`,
        password: 'four plain words',
      });
    },
    /** A session as a sign-in would open it, and a request that carries it. */
    signedIn: async (userId: string, lasts = '7 days'): Promise<FastifyRequest> => {
      const token = newId();
      await database.query(
        `INSERT INTO auth_sessions (id, user_id, token, expires_at) VALUES ($1, $2, $3, now() + $4::interval)`,
        [newId(), userId, token, lasts],
      );
      const signature = createHmac('sha256', SECRET).update(token).digest('base64');
      return requestWith({ cookie: `mirps.session_token=${encodeURIComponent(`${token}.${signature}`)}` });
    },
  };
}

export type IdentityRooms = ReturnType<typeof openIdentityRooms>;

export const requestWith = (headers: Record<string, string>): FastifyRequest =>
  ({ headers }) as unknown as FastifyRequest;
