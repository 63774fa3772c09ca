import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageEvent } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { pino } from 'pino';
import type { Subscription } from 'rxjs';
import { AccessService } from '#features/identity';
import type { AccessPolicy, Actor } from '#platform/http';
import { eventually, testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { tellLive } from './live.news.js';
import { LiveStreams, MOST_A_PERSON } from './live-streams.service.js';

const actor = (userId: string, ...roles: Actor['roles']): Actor => ({
  userId,
  name: userId,
  lang: 'en',
  roles,
});
const focal = actor('focal', { role: 'focal_point', stateCode: 'MX', institutionId: 'comar' });
const secretariat = actor('secretariat', { role: 'secretariat' });
const reader = actor('reader', { role: 'support_platform' });

describe('What open pages are told', () => {
  const log = pino({ level: 'silent' });
  let db: TestDatabase;
  /** Two processes of the API. */
  let here: LiveStreams;
  let there: LiveStreams;
  const sessions = new Map<string, Actor>();
  const open: Subscription[] = [];
  const policy = {
    authenticate: ({ headers }: FastifyRequest) => sessions.get(String(headers.cookie)),
  } as unknown as AccessPolicy;
  const process = (databaseUrl: string, patienceMs?: number): LiveStreams =>
    new LiveStreams(db.database, { databaseUrl, patienceMs }, policy, new AccessService(), log);

  beforeAll(async () => {
    db = await testDatabase();
    here = process(db.url);
    there = process(db.url);
  });
  afterEach(() => {
    for (const each of open.splice(0)) each.unsubscribe();
  });
  afterAll(async () => {
    await here.onModuleDestroy();
    await there.onModuleDestroy();
    await db.close();
  });

  interface Page {
    /** What it was told, as short words. */
    told: string[];
    ended: boolean;
  }

  async function page(at: LiveStreams, person: Actor, headers: Record<string, string> = {}): Promise<Page> {
    const seen: Page = { told: [], ended: false };
    sessions.set(String(person.userId), person);
    const request = { headers: { cookie: person.userId, ...headers } } as unknown as FastifyRequest;
    const stream = await at.open(person, request);
    open.push(
      stream.subscribe({
        next: (event) => seen.told.push(...wordsOf(event)),
        complete: () => (seen.ended = true),
      }),
    );
    return seen;
  }

  const wordsOf = ({ type, data }: MessageEvent): string[] =>
    type === 'changed'
      ? (data as { changes: { topic: string; key?: string }[] }).changes.map(({ topic, key }) =>
          key === undefined ? topic : `${topic} ${key}`,
        )
      : [type ?? 'comment'];

  /** Everybody may know of it: once this has arrived, whatever was told before has, too. */
  const end = async (...pages: Page[]): Promise<void> => {
    tellLive(db.database, { topic: 'cycle', key: 'end', for: { may: 'cycle.read', from: 'published' } });
    await eventually('the last news', () => pages.every(({ told }) => told.at(-1) === 'cycle end'));
  };

  it('reaches every process, each page once, and only what its person may know of', async () => {
    const pages = [
      await page(here, focal),
      await page(there, focal),
      await page(there, secretariat),
      await page(here, reader),
    ];
    const [one, two, office, outside] = pages as [Page, Page, Page, Page];
    await db.database.transaction(async () => {
      tellLive(db.database, { topic: 'report', key: 'r', for: { may: 'report.read', from: 'submitted' } });
      for (const state of ['MX', 'GT'])
        tellLive(db.database, {
          topic: 'submission',
          key: state,
          for: { may: 'submission.read', from: 'working', state },
        });
      tellLive(db.database, {
        topic: 'rollups',
        for: { may: 'rollup.read', from: 'submitted', state: 'MX' },
      });
      tellLive(db.database, { topic: 'rollups', for: { may: 'rollup.read', from: 'submitted' } });
      tellLive(db.database, { topic: 'notifications', for: { people: ['focal', 'somebody'] } });
    });
    await end(...pages);
    const own = ['hello', 'submission MX', 'rollups', 'notifications', 'cycle end'];
    expect(one.told).toEqual(own);
    expect(two.told).toEqual(own);
    expect(office.told).toEqual([
      'hello',
      'report r',
      'submission MX',
      'submission GT',
      'rollups',
      'cycle end',
    ]);
    expect(outside.told).toEqual(['hello', 'cycle end']);
  });

  it('tells nothing of what was undone', async () => {
    const one = await page(here, focal);
    const undone = db.database.transaction(async () => {
      tellLive(db.database, { topic: 'notifications', for: { people: ['focal'] } });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await end(one);
    expect(one.told).toEqual(['hello', 'cycle end']);
  });

  it('ends with the session, before anything more is told', async () => {
    const [one, other] = [await page(here, focal), await page(here, secretariat)];
    sessions.delete('focal');
    await end(other);
    await eventually('the end of the stream', () => one.ended);
    expect(one.told).toEqual(['hello']);
  });

  it('follows what the person may read now', async () => {
    const [one, other] = [await page(here, focal), await page(there, secretariat)];
    sessions.set('focal', actor('focal', { role: 'support_platform' }));
    tellLive(db.database, {
      topic: 'submission',
      key: 'MX',
      for: { may: 'submission.read', from: 'working', state: 'MX' },
    });
    await end(one, other);
    expect(one.told).toEqual(['hello', 'cycle end']);
  });

  it('says a crowd of changes as one word', async () => {
    const one = await page(here, focal);
    for (let n = 0; n < 150; n += 1)
      tellLive(db.database, {
        topic: 'cycle',
        key: String(n),
        for: { may: 'cycle.read', from: 'published' },
      });
    await eventually('the word', () => one.told.length > 1);
    await end(one);
    expect(one.told).toEqual(['hello', 'refetch', 'cycle end']);
  });

  it('has a browser that comes back, or whose process lost its ear, read everything anew', async () => {
    const back = await page(here, focal, { 'last-event-id': '7' });
    const stayed = await page(there, secretariat);
    expect(back.told).toEqual(['refetch']);
    await db.database.execute(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'live news' AND datname = current_database()`,
    );
    await eventually('the word', () => stayed.told.length > 1 && back.told.length > 1);
    expect([back.told, stayed.told]).toEqual([
      ['refetch', 'refetch'],
      ['hello', 'refetch'],
    ]);
    await end(back, stayed);
  });

  it('uses one connection a process, however many pages are open, and refuses a person too many', async () => {
    for (let n = 0; n < MOST_A_PERSON; n += 1) await page(here, focal);
    await page(here, secretariat);
    await expect(page(here, focal)).rejects.toMatchObject({ code: 'too_many' });
    const ears = await db.database.query(
      `SELECT FROM pg_stat_activity WHERE application_name = 'live news' AND datname = current_database()`,
    );
    expect(ears).toHaveLength(2);
    open.pop()?.unsubscribe();
    open.pop()?.unsubscribe();
    await page(here, focal);
  });

  it('is refused where PostgreSQL hands on no notices, as behind a pooler', async () => {
    const elsewhere = await testDatabase();
    const deaf = process(elsewhere.url, 50);
    await expect(page(deaf, focal)).rejects.toMatchObject({ code: 'unavailable' });
    await deaf.onModuleDestroy();
    await elsewhere.close();
  });
});
