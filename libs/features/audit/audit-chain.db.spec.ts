import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { runAs } from '#platform/http';
import { auditKey, auditService, testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { AuditChain } from './audit-chain.service.js';
import { AuditChecks } from './audit-checks.service.js';
import { AuditKey } from './audit-key.js';
import type { AuditService } from './audit.service.js';

const ANA = { userId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', name: 'Ana', roles: [] };
const NOON = new Date('2024-07-01T12:00:00Z');
const NEXT_DAY = new Date('2024-07-02T12:00:00Z');

describe('the chain over the audit trail', () => {
  let test: TestDatabase;
  let clock: FixedClock;
  let audit: AuditService;
  let chain: AuditChain;

  beforeAll(async () => {
    test = await testDatabase();
    clock = new FixedClock(NOON);
    audit = auditService(test.database, clock);
    chain = new AuditChain(test.database, clock, auditKey);
    for (let n = 1; n <= 3; n += 1) await record(n);
    await chain.seal();
    clock.set(NEXT_DAY);
    for (let n = 4; n <= 5; n += 1) await record(n);
  });
  afterAll(() => test.close());

  const record = (n: number): Promise<void> =>
    runAs(ANA, () =>
      test.database.transaction(() =>
        audit.record({
          action: 'update.save',
          entity: 'update',
          entityId: String(n),
          stateCode: 'MX',
          before: { percent: n, stage: 'planned', at: NOON },
          after: { percent: n + 0.5, stage: 'planned', at: NEXT_DAY },
        }),
      ),
    );
  /** Tries something and undoes it, so that the next test finds the trail as it was. */
  const trying = async (work: () => Promise<void>): Promise<void> => {
    const undone = new Error('undone');
    const attempt = test.database.transaction(async () => {
      await work();
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
  };
  /** As somebody who owns the database can do it, behind the product's back. */
  const tamper = (sql: string, table = 'audit_entries'): Promise<unknown> =>
    test.database.transaction(async () => {
      await test.database.query(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`);
      await test.database.query(sql);
      await test.database.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_append_only`);
    });
  const problems = async () =>
    (await chain.verify()).problems.map(({ kind, day, position }) => [kind, day, position]);

  it.each([
    `UPDATE audit_entries SET after = '{"percent": 99}' WHERE entity_id = '2'`,
    `UPDATE audit_entries SET actor_id = NULL WHERE entity_id = '2'`,
    `UPDATE audit_entries SET state_code = 'HN' WHERE entity_id = '2'`,
    `UPDATE audit_entries SET at = at + interval '1 hour' WHERE entity_id = '2'`,
    `UPDATE audit_entries SET mark = 'x' WHERE entity_id = '2'`,
  ])('finds a changed entry: %s', async (sql) => {
    await trying(async () => {
      await tamper(sql);
      expect(await problems()).toEqual([['changed', '2024-07-01', 2]]);
    });
  });

  it('finds an entry that was changed before anybody sealed it', async () => {
    await trying(async () => {
      await tamper(`UPDATE audit_entries SET reason = 'none' WHERE entity_id = '4'`);
      expect(await problems()).toEqual([['inserted', null, null]]);
    });
  });

  it('finds a removed entry, with or without its seal', async () => {
    await trying(async () => {
      await tamper(`DELETE FROM audit_entries WHERE entity_id = '2'`);
      expect(await problems()).toEqual([['removed', '2024-07-01', 2]]);
      await tamper(`DELETE FROM audit_seals WHERE position = 2 AND day = '2024-07-01'`, 'audit_seals');
      expect(await problems()).toEqual([['removed', '2024-07-01', 3]]);
    });
  });

  it('finds a day that is gone as a whole', async () => {
    await trying(async () => {
      await chain.seal();
      await tamper(`DELETE FROM audit_seals WHERE day = '2024-07-01'`, 'audit_seals');
      await tamper(`DELETE FROM audit_entries WHERE entity_id IN ('1', '2', '3')`);
      expect(await problems()).toContainEqual(['changed', '2024-07-02', 1]);
    });
  });

  it('finds the end of a day cut off, by the head that the log knows', async () => {
    await trying(async () => {
      await chain.seal();
      const [head] = await chain.heads(1);
      await tamper(`DELETE FROM audit_seals WHERE day = '2024-07-02' AND position = 2`, 'audit_seals');
      await tamper(`DELETE FROM audit_entries WHERE entity_id = '5'`);
      expect((await chain.verify()).problems).toEqual([]);
      const published = new Map([[head?.day ?? '', head?.head ?? '']]);
      expect((await chain.verify(published)).problems).toMatchObject([
        { kind: 'removed', day: '2024-07-02' },
      ]);
    });
  });

  it('finds an entry that the product did not write, and a copy of one that it did', async () => {
    await trying(async () => {
      await tamper(
        `INSERT INTO audit_entries (uid, at, action, entity, entity_id, mark)
         VALUES (gen_random_uuid(), now(), 'update.approve', 'update', '9', 'AAAA')`,
      );
      await tamper(
        `INSERT INTO audit_entries (uid, at, actor_id, action, entity, entity_id, state_code, before, after, request_id, mark)
         SELECT uid, at, actor_id, action, entity, entity_id, state_code, before, after, request_id, mark
           FROM audit_entries WHERE entity_id = '1'`,
      );
      expect((await problems()).map(([kind]) => kind)).toEqual(['inserted', 'inserted']);
    });
  });

  it('seals what comes after more foreign entries than it looks at in one go', async () => {
    await trying(async () => {
      await tamper(
        `INSERT INTO audit_entries (uid, at, action, entity, entity_id, mark)
         SELECT gen_random_uuid(), now(), 'update.approve', 'update', n::text, 'AAAA' FROM generate_series(1, 2001) n`,
      );
      await record(9);
      await chain.seal();
      expect(await chain.seal(true)).toBe(0);
      const [{ sealed } = {}] = await test.database.query<{ sealed: boolean }>(
        `SELECT EXISTS (SELECT FROM audit_seals s JOIN audit_entries e ON e.id = s.entry_id WHERE e.entity_id = '9') AS sealed`,
      );
      expect(sealed).toBe(true);
    });
  });

  it('finds everything wrong under another key: who holds the database alone cannot mend it', async () => {
    await trying(async () => {
      await chain.seal();
      const other = new AuditChain(test.database, clock, new AuditKey({ auditSecret: 'y'.repeat(32) }));
      expect((await other.verify()).problems).toHaveLength(5);
    });
  });

  it('holds: every entry is sealed once, day after day', async () => {
    const report = await chain.verify();
    expect(report.problems).toEqual([]);
    expect(report.entries).toBe(5);
    expect(report.days.map(({ day, entries }) => [day, entries])).toEqual([
      ['2024-07-01', 3],
      ['2024-07-02', 2],
    ]);
    expect(await chain.seal(true)).toBe(0);
    expect(await chain.heads(1)).toEqual([report.days[1]]);
  });

  it('gives each entry one place when several seal at once', async () => {
    await Promise.all([chain.seal(), chain.seal(), chain.seal()]);
    const report = await chain.verify();
    expect([report.entries, report.problems]).toEqual([5, []]);
  });

  it('takes up entries that were committed late', async () => {
    let commit = () => undefined as void;
    const wait = new Promise<void>((resolve) => (commit = resolve));
    const late = runAs(ANA, () =>
      test.database.transaction(async () => {
        await audit.record({ action: 'update.save', entity: 'update', entityId: 'late' });
        await wait;
      }),
    );
    await record(6);
    await chain.seal();
    commit();
    await late;
    expect(await chain.seal()).toBe(1);
    expect((await chain.verify()).problems).toEqual([]);
  });

  it('tells how a day stands, and how far it was verified', async () => {
    const checks = new AuditChecks(test.database, clock, chain, auditKey);
    const standing = async (day?: string) => {
      const { lastCheck, ...chained } = await checks.ofDay(day);
      return [chained.day, chained.entries, chained.waiting, lastCheck?.ofDay, lastCheck?.problems.length];
    };
    expect(await standing()).toEqual(['2024-07-02', 4, 0, undefined, undefined]);
    await checks.verify();
    await record(8);
    expect(await standing()).toEqual(['2024-07-02', 4, 1, 4, 0]);
    await chain.seal();
    expect(await standing()).toEqual(['2024-07-02', 5, 0, 4, 0]);
    expect(await standing('2024-07-01')).toEqual(['2024-07-01', 3, 0, 3, 0]);
    expect(await standing('2024-06-30')).toEqual(['2024-06-30', 0, 0, 0, 0]);
    await trying(async () => {
      clock.set(new Date(NEXT_DAY.getTime() + 1000));
      await tamper(`UPDATE audit_entries SET reason = 'none' WHERE entity_id = '2'`);
      await checks.verify();
      expect((await checks.ofDay()).lastCheck?.problems).toMatchObject([{ kind: 'changed', position: 2 }]);
      await tamper(`UPDATE audit_checks SET problems = '[]'`, 'audit_checks');
      expect((await checks.ofDay()).lastCheck).toBeNull();
    });
  });
});
