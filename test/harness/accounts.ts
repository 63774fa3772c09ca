import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type AccountNotice,
  LinkSender,
  type NewRoleDto,
  NoticeSender,
  UsersService,
} from '#features/identity';
import { loadConfig } from '#platform/config';
import { createLogger } from '#platform/log';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase, type TestDatabase } from './database.js';

export const PASSWORD = 'four plain words';
export const ACCOUNTS_URL = 'http://tracker.example.org';

/** What the API answered. */
export interface Reply {
  status: number;
  code: string | undefined;
  body: Record<string, unknown>;
  /** The session that came with it, as a Cookie header. */
  cookie: string;
}

/** The API on an empty database with two States, for specs of accounts: real HTTP handling, real mails in the outbox. */
export interface AccountBench {
  test: TestDatabase;
  app: NestFastifyApplication;
  /** Makes somebody known who signs in with PASSWORD. @returns their id */
  person(name: string, roles?: NewRoleDto[]): Promise<string>;
  call(method: string, url: string, payload?: object, cookie?: string): Promise<Reply>;
  signIn(name: string, password?: string): Promise<Reply>;
  /** Sends what waits, as the worker would. @returns the tokens of the links that went to an address, oldest first */
  linksTo(address: string): Promise<string[]>;
  /** Sends the notices that wait, likewise. @returns what they were about, and to whom they went, oldest first */
  notices(): Promise<{ change: string; to: string; subject: string; text: string }[]>;
  close(): Promise<void>;
}

const STATES = `
  INSERT INTO states (code, alpha3, name_en, name_es, time_zone, languages, position)
  VALUES ('MX', 'MEX', 'Mexico', 'México', 'America/Mexico_City', '{es}', 1), ('GT', 'GTM', 'Guatemala', 'Guatemala', 'America/Guatemala', '{es}', 2)`;

export const addressOf = (name: string): string => `${name.toLowerCase()}@example.org`;

export async function accountBench(environment: NodeJS.ProcessEnv = {}): Promise<AccountBench> {
  const test = await testDatabase();
  const config = loadConfig({
    DATABASE_URL: test.url,
    MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: ACCOUNTS_URL,
    ...environment,
  });
  const app = await createApi(config, createLogger('silent', 'api'));
  await app.getHttpAdapter().getInstance().ready();
  await test.database.execute(STATES);
  const call: AccountBench['call'] = async (method, url, payload, cookie) => {
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers: { 'accept-language': 'en', ...(cookie ? { cookie } : {}) },
      ...(payload === undefined ? {} : { payload }),
    });
    const body = answer.body ? answer.json<Record<string, unknown>>() : {};
    const cookies = answer.cookies.filter(({ value }) => value !== '');
    return {
      status: answer.statusCode,
      code: body['code'] as string | undefined,
      body,
      cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
    };
  };
  return {
    test,
    app,
    call,
    person: async (name, roles) =>
      (
        await app
          .get(UsersService)
          .create({ name, email: addressOf(name), password: PASSWORD, lang: 'en', roles })
      ).id,
    signIn: (name, password = PASSWORD) =>
      call('POST', '/api/auth/sign-in/email', { email: addressOf(name), password }),
    linksTo: async (address) => {
      const rows = await test.database.query<{ payload: { linkId: string } }>(
        `DELETE FROM outbox WHERE topic = 'account.link_issued' RETURNING id, payload`,
      );
      for (const { payload } of rows) await app.get(LinkSender).send(payload.linkId);
      const mails = await test.database.query<{ text: string }>(
        'SELECT text FROM mail_outbox WHERE recipient = $1 ORDER BY id',
        [address],
      );
      return mails.flatMap(({ text }) => /\/link#(\S+)/.exec(text)?.[1] ?? []);
    },
    notices: async () => {
      const rows = await test.database.query<{ payload: AccountNotice }>(
        `DELETE FROM outbox WHERE topic = 'account.changed' RETURNING id, payload`,
      );
      const sent = [];
      for (const { payload } of rows) {
        await app.get(NoticeSender).send(payload);
        const [mail] = await test.database.query<{ to: string; subject: string; text: string }>(
          'SELECT recipient AS "to", subject, text FROM mail_outbox WHERE strpos(message_id, $1) > 0',
          [payload.noticeId],
        );
        if (mail) sent.push({ change: payload.change, ...mail });
      }
      return sent;
    },
    close: async () => {
      await app.close();
      await test.close();
    },
  };
}
