import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { PageQuery, runAs } from '#platform/http';
import { testDatabase, type TestDatabase, auditService } from '../../../test/harness/index.js';
import type { AuditQuery } from './audit.dto.js';
import { AuditQueries } from './audit.queries.js';
import { type AuditService } from './audit.service.js';

const ANA = { userId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', name: 'Ana', roles: [] };
const AT = new Date('2024-07-01T15:00:00Z');

describe('the audit trail', () => {
  let test: TestDatabase;
  let audit: AuditService;
  let queries: AuditQueries;

  beforeAll(async () => {
    test = await testDatabase();
    await test.database.execute(
      `INSERT INTO auth_users (id, name, email) VALUES ($1, 'Ana', 'ana@example.org')`,
      [ANA.userId],
    );
    audit = auditService(test.database, new FixedClock(AT));
    queries = new AuditQueries(test.database);
  });
  afterAll(() => test.close());

  const record = (action: string, entityId = '1'): Promise<void> =>
    test.database.transaction(() =>
      audit.record({
        action,
        entity: 'update',
        entityId,
        stateCode: 'MX',
        before: { percent: 10 },
        after: { percent: 20 },
        reason: 'new figure',
      }),
    );
  const list = (query: Partial<AuditQuery> = {}) => queries.list({ ...new PageQuery(), ...query });

  it('says who, when, what, before, after, why and in which request', async () => {
    await runAs(ANA, () => record('update.approve'), 'req-7');
    expect((await list({ action: 'update.approve' })).items).toEqual([
      {
        id: expect.any(String),
        at: AT,
        actorId: ANA.userId,
        actorName: 'Ana',
        onBehalfOfId: null,
        onBehalfOfName: null,
        action: 'update.approve',
        entity: 'update',
        entityId: '1',
        stateCode: 'MX',
        changes: [{ field: 'percent', before: 10, after: 20 }],
        reason: 'new figure',
        requestId: 'req-7',
      },
    ]);
  });

  it('goes with the change: a transaction that fails leaves no entry', async () => {
    const failing = test.database.transaction(async () => {
      await record('update.fail');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await list({ action: 'update.fail' })).items).toEqual([]);
  });

  it('cannot be written beside the change', async () => {
    await expect(audit.record({ action: 'update.loose', entity: 'update', entityId: '1' })).rejects.toThrow(
      'transaction',
    );
  });

  it.each([
    'UPDATE audit_entries SET reason = NULL',
    'DELETE FROM audit_entries',
    'TRUNCATE audit_entries',
    'UPDATE audit_entries SET at = at WHERE false',
  ])('refuses %s', async (sql) => {
    await expect(test.database.query(sql)).rejects.toThrow('append-only');
  });

  it('refuses changes to replication roles too', async () => {
    const attempt = test.database.transaction(async () => {
      await test.database.query('SET LOCAL session_replication_role = replica');
      await test.database.query('DELETE FROM audit_entries');
    });
    await expect(attempt).rejects.toThrow('append-only');
  });

  it('is read newest first, page by page, without repeats or gaps', async () => {
    for (let id = 1; id <= 12; id += 1) await record('update.page', String(id));
    const first = await list({ action: 'update.page', limit: 5 });
    const second = await list({ action: 'update.page', limit: 5, cursor: first.nextCursor ?? undefined });
    const third = await list({ action: 'update.page', limit: 5, cursor: second.nextCursor ?? undefined });
    const ids = [first, second, third].flatMap((page) => page.items.map((entry) => entry.entityId));
    expect(ids).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1']);
    expect(third.nextCursor).toBeNull();
  });
});
