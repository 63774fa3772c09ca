import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { RowsFile } from '#platform/database';
import { type Actor, PageQuery, runAs } from '#platform/http';
import { testDatabase, type TestDatabase, auditService } from '../../../test/harness/index.js';
import type { AuditFilter, AuditQuery } from './audit.dto.js';
import { AuditExport } from './audit.export.js';
import { AuditQueries } from './audit.queries.js';
import type { AuditRecord, AuditService } from './audit.service.js';

const ANA = { userId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', name: 'Ana', roles: [] };
const BEA = { userId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12', name: '=Bea', roles: [] };
const AT = new Date('2024-07-01T15:00:00Z');

describe('the audit trail', () => {
  let test: TestDatabase;
  let audit: AuditService;
  let queries: AuditQueries;

  beforeAll(async () => {
    test = await testDatabase();
    await test.database.execute(
      `INSERT INTO auth_users (id, name, email) VALUES ($1, 'Ana', 'ana@example.org'), ($2, '=Bea', 'bea@example.org')`,
      [ANA.userId, BEA.userId],
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

  describe('is narrowed', () => {
    const given: [request: string, actor: Actor, record: AuditRecord][] = [
      [
        'r1',
        ANA,
        {
          action: 'pledge.save',
          entity: 'pledge',
          entityId: 'p1',
          stateCode: 'GT',
          reason: 'Cifras de la COMAR, revisadas',
        },
      ],
      [
        'r2',
        { ...BEA, onBehalfOf: ANA },
        { action: 'pledge.save', entity: 'pledge', entityId: 'p2', stateCode: 'HN' },
      ],
      ['r2', BEA, { action: 'story.save', entity: 'story', entityId: 's1', stateCode: 'HN', reason: '=1+1' }],
      [
        'r3',
        BEA,
        { action: 'story.publish', entity: 'story', entityId: 's1', stateCode: 'GT', after: { at: 'x' } },
      ],
    ];
    beforeAll(async () => {
      for (const [minute, [request, actor, record]] of given.entries()) {
        const at = new FixedClock(new Date(AT.getTime() + minute * 60_000));
        const then = auditService(test.database, at);
        await runAs(actor, () => test.database.transaction(() => then.record(record)), request);
      }
    });

    it.each<[string, AuditFilter, string[]]>([
      ['by kind', { entity: 'pledge' }, ['p2', 'p1']],
      ['by kind and id', { entity: 'pledge', entityId: 'p2' }, ['p2']],
      ['by who did it', { actorId: BEA.userId, entity: 'pledge' }, ['p2']],
      ['by on whose behalf', { onBehalfOfId: ANA.userId }, ['p2']],
      ['by State', { state: 'GT' }, ['s1', 'p1']],
      ['by action', { action: 'story.publish' }, ['s1']],
      ['by request', { requestId: 'r2' }, ['s1', 'p2']],
      ['by words of the reason', { reason: 'comar CIFRAS' }, ['p1']],
      ['by words that no reason has', { reason: 'comar pledge' }, []],
      ['by no word at all', { reason: '§ &' }, []],
      ['by time', { from: '2024-07-01T15:01:00Z', to: '2024-07-01T15:02:00Z' }, ['p2']],
    ])('%s', async (_, filter, ids) => {
      expect((await list(filter)).items.map(({ entityId }) => entityId)).toEqual(ids);
    });

    it('to every action that there is', async () => {
      expect(await queries.actions()).toEqual(expect.arrayContaining(['pledge.save', 'story.publish']));
    });

    const file = async (filter: AuditFilter, format: 'csv' | 'jsonl') => {
      const exports = new AuditExport(test.database, new RowsFile(test.database), audit);
      return text(await runAs(ANA, () => exports.stream(filter, format)));
    };

    it('in a file too, where no cell is a formula', async () => {
      const [head, ...lines] = (await file({ entity: 'story' }, 'csv')).trim().split('\n');
      expect(head).toMatch(/^id,at,actorId,actor,onBehalfOfId/);
      expect(lines.map((line) => /story\.\w+/.exec(line)?.[0])).toEqual(['story.publish', 'story.save']);
      expect(lines[1]).toContain(`'=Bea`);
      expect(lines[1]).toContain(`'=1+1`);
    });

    it('in a file of one object a line', async () => {
      const lines = (await file({ requestId: 'r2' }, 'jsonl')).trim().split('\n');
      expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { entity: 'story', reason: '=1+1', onBehalfOf: null },
        { entity: 'pledge', actor: '=Bea', onBehalfOf: 'Ana', before: null },
      ]);
    });

    it('and says who took which file, but not for which words they looked', async () => {
      await file({ state: 'GT', reason: 'a name' }, 'csv');
      const { items } = await list({ action: 'audit.export', limit: 1 });
      expect(items).toMatchObject([{ actorName: 'Ana', entity: 'audit_trail', entityId: 'csv' }]);
      expect(items[0]?.changes).toEqual([
        { field: 'state', after: 'GT' },
        { field: 'searched', after: true },
      ]);
    });
  });
});
