import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UsersService } from '#features/identity';
import { loadConfig } from '#platform/config';
import { Database } from '#platform/database';
import { type Actor, runAs, SYSTEM } from '#platform/http';
import { createLogger } from '#platform/log';
import { createApi } from '../../apps/api/create-api.js';
import { copyOf } from '../harness/index.js';
import { ABROAD, buildWorld, HOME, TEAM } from './world.js';

const SECRET = '7f3a9c0b5d1e8246a0c4e6f81b2d3957';
const PASSWORD = 'four plain words here';

/** Everybody who can stand before a route. */
const PEOPLE = {
  focal_point: { role: 'focal_point', stateCode: HOME },
  national_coordinator: { role: 'national_coordinator', stateCode: HOME },
  team_lead: { role: 'team_lead', teamKey: TEAM },
  presidency: { role: 'presidency', stateCode: 'SV' },
  secretariat: { role: 'secretariat' },
  support_platform: { role: 'support_platform' },
  administrator: { role: 'administrator' },
} as const;

export interface Person {
  name: string;
  cookie: string;
  actor: Actor;
}

export interface World {
  app: NestFastifyApplication;
  database: Database;
  people: Person[];
  close: () => Promise<void>;
}

/** The API in this process over the demo and one thing of everything, with one person of each role. Writes are undone. */
export async function openWorld(): Promise<World> {
  const { url, drop } = await copyOf('template_demo');
  const app = await createApi(
    loadConfig({
      DATABASE_URL: url,
      MIRPS_SECRET: SECRET,
      REQUESTS_PER_MINUTE: '0',
      MIRPS_SECOND_FACTOR: 'optional',
    }),
    createLogger('silent', 'api'),
  );
  await app.getHttpAdapter().getInstance().ready();
  const database = app.get(Database);
  const people: Person[] = [
    { name: 'public', cookie: '', actor: { userId: null, name: 'public', roles: [] } },
  ];
  for (const [name, grant] of Object.entries(PEOPLE)) people.push(await signedIn(app, name, grant));
  const abroad = await signedIn(app, 'coordinator_abroad', {
    role: 'national_coordinator',
    stateCode: ABROAD,
  });
  await buildWorld(database, people.find(({ name }) => name === 'focal_point')?.actor.userId ?? '');
  for (const person of [...people.filter(({ name }) => name === 'national_coordinator'), abroad])
    await revise(app, person);
  undoWrites(database);
  return {
    app,
    database,
    people,
    close: async () => {
      await app.close();
      await drop();
    },
  };
}

async function signedIn(
  app: NestFastifyApplication,
  name: string,
  grant: { role: string; stateCode?: string; teamKey?: string },
): Promise<Person> {
  const email = `${name}@matrix.example`;
  await runAs(SYSTEM, () =>
    app.get(UsersService).create({ name, email, password: PASSWORD, roles: [grant] }),
  );
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password: PASSWORD },
  });
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ');
  const { user, roles } = (await app.inject({ url: '/api/me', headers: { cookie } })).json<{
    user: { id: string };
    roles: Actor['roles'];
  }>();
  if (roles.length !== 1) throw new Error(`${name} does not hold the one role of the matrix`);
  return { name, cookie, actor: { userId: user.id, name, roles } };
}

/** A draft of the next plan version of a coordinator's State. */
async function revise(app: NestFastifyApplication, { cookie, actor }: Person): Promise<void> {
  const state = actor.roles[0]?.stateCode ?? '';
  const [plan] = await app
    .get(Database)
    .query<{ id: string }>(`SELECT id FROM plans WHERE state_code = $1 AND status = 'adopted'`, [state]);
  const { statusCode } = await app.inject({
    method: 'POST',
    url: `/api/plans/${plan?.id}/revisions`,
    headers: { cookie },
    payload: { reason: 'For the matrix' },
  });
  if (statusCode !== 201) throw new Error(`no draft of a plan of ${state}: ${statusCode}`);
}

/** Every write is answered as usual and then undone, so that all are asked about the same world. */
function undoWrites(database: Database): void {
  const keep = new Error('undone');
  const transaction = database.transaction.bind(database);
  database.transaction = async <T>(work: () => Promise<T>): Promise<T> => {
    if (database.inTransaction) return work();
    let result: T | undefined;
    await transaction(async () => {
      result = await work();
      throw keep;
    }).catch((error: unknown) => {
      if (error !== keep) throw error;
    });
    return result as T;
  };
}
