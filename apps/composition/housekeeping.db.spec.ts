import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#platform/config';
import { type Database, newId } from '#platform/database';
import { MailOutbox } from '#platform/mail';
import { openStorage, ReceivedFiles, VirusScanner } from '#platform/storage';
import { testDatabase, type TestDatabase } from '../../test/harness/index.js';
import { regionWithPlan } from '../../test/factories/progress.js';
import { Housekeeping } from './housekeeping.js';

const folder = mkdtempSync(join(tmpdir(), 'house-'));
const received = (database: Database): ReceivedFiles =>
  new ReceivedFiles(openStorage(`file://${folder}`), new VirusScanner(), database);

describe('what is let go of every day', () => {
  let test: TestDatabase;
  let house: Housekeeping;
  const [ana, guest] = [newId(), newId()];

  const sql = (text: string, values: unknown[] = []) => test.database.execute(text, values);
  const kept = async (column: string, table: string): Promise<unknown[]> =>
    (await test.database.query<{ what: string }>(`SELECT ${column} AS what FROM ${table} ORDER BY what`)).map(
      ({ what }) => what,
    );

  beforeAll(async () => {
    test = await testDatabase();
    const config = loadConfig({
      DATABASE_URL: test.url,
      MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957',
    });
    house = new Housekeeping(test.database, new MailOutbox(test.database), config, received(test.database));
    await sql(
      `INSERT INTO auth_users (id, name, email) VALUES ($1, 'Ana', 'ana@example.org'), ($2, 'Guest', 'guest@example.org')`,
      [ana, guest],
    );
    await sql(
      `INSERT INTO auth_accounts (id, user_id, account_id, provider_id) VALUES (gen_random_uuid(), $1::uuid, $1, 'credential')`,
      [ana],
    );
    const link = (whose: string, purpose: string, email: string, days: number, used: boolean) =>
      sql(
        `INSERT INTO auth_links (id, user_id, purpose, email, created_at, expires_at, used_at)
         VALUES (gen_random_uuid(), $1, $2, $3, now() - interval '60 days', now() - make_interval(days => $4), CASE WHEN $5 THEN now() - interval '60 days' END)`,
        [whose, purpose, email, days, used],
      );
    await link(ana, 'sign_in', 'expired long ago', 31, false);
    await link(ana, 'sign_in', 'used long ago', 31, true);
    await link(ana, 'sign_in', 'kept: expired of late', 29, false);
    await link(ana, 'invitation', 'accepted long ago', 31, true);
    await link(guest, 'invitation', 'kept: still waits', 31, false);
    await sql(
      `INSERT INTO auth_verifications (id, identifier, value, expires_at)
       VALUES (gen_random_uuid(), 'passkey', 'old', now() - interval '25 hours'), (gen_random_uuid(), 'passkey', 'kept', now() + interval '5 minutes')`,
    );
    await sql(
      `INSERT INTO sign_in_attempts (key, count, tried_at, locked_until)
       VALUES ('old', 11, now() - interval '3 days', now() - interval '2 days'), ('never locked', 2, now() - interval '3 days', NULL),
              ('kept: of late', 3, now() - interval '1 hour', NULL), ('kept: locked', 11, now() - interval '3 days', now() + interval '1 minute')`,
    );
  });
  afterAll(() => test.close());

  it('is what is over, and nothing else', async () => {
    expect(await house.keep()).toMatchObject({ links: 3, verifications: 1, attempts: 2 });
    expect(await kept('email', 'auth_links')).toEqual(['kept: expired of late', 'kept: still waits']);
    expect(await kept('value', 'auth_verifications')).toEqual(['kept']);
    expect(await kept('key', 'sign_in_attempts')).toEqual(['kept: locked', 'kept: of late']);
    expect(await house.keep()).toMatchObject({ links: 0, verifications: 0, attempts: 0 });
  });
});

describe('files that nobody names', () => {
  it('go after 30 days when they were sent as evidence, after a day when their request broke off', async () => {
    const { db, commitment, cast, rooms } = await regionWithPlan();
    const { database } = db;
    const files = received(database);
    const keep = async (days: number): Promise<string> => {
      const bytes = Buffer.from('%PDF-1.7 minutes');
      const { key } = await files.keep('evidence', { read: () => Promise.resolve({ name: 'a.pdf', bytes }) });
      await database.execute(
        `UPDATE received_files SET received_at = now() - make_interval(days => $2) WHERE storage_key = $1`,
        [key, days],
      );
      return key;
    };
    const sent = async (days: number): Promise<{ id: string; key: string }> => {
      const [id, key] = [newId(), await keep(days)];
      await database.execute(
        `INSERT INTO evidence_files (id, commitment_id, cycle_id, storage_key, name, content_type, bytes, sha256, unnamed_since)
         SELECT $1, $2, id, $3, 'a.pdf', 'application/pdf', 16, 'x', now() - make_interval(days => $4) FROM cycles WHERE key = '2024-annual'`,
        [id, commitment(1), key, days],
      );
      return { id, key };
    };
    const [forgotten, waiting, named] = [await sent(31), await sent(29), await sent(31)];
    const [broken, underWay] = [await keep(2), await keep(0)];
    const evidence = [{ titleEn: 'Minutes', kind: 'file' as const, fileId: named.id }];
    await rooms.progress.createDraft(cast.focal, {
      commitmentId: commitment(1),
      cycleKey: '2024-annual',
      evidence,
    });
    const config = loadConfig({ DATABASE_URL: db.url, MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957' });
    const house = new Housekeeping(database, new MailOutbox(database), config, files);
    expect(await house.keep()).toMatchObject({ evidenceFiles: 1, files: 2 });
    const left = readdirSync(join(folder, 'evidence')).map((name) => `evidence/${name}`);
    expect(left.sort()).toEqual([waiting.key, named.key, underWay].sort());
    expect(left).not.toContain(forgotten.key);
    expect(left).not.toContain(broken);
    expect(await house.keep()).toMatchObject({ evidenceFiles: 0, files: 0 });
    await db.close();
    rmSync(folder, { recursive: true });
  });
});
