import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FileOrigins } from '#features/editions';
import {
  type ReportDto,
  ReportRedaction,
  ReportRegister,
  ReportRequests,
  ReportsService,
} from '#features/reports';
import type { SnapshotContent } from '#features/rollups';
import { newId } from '#platform/database';
import type { Actor } from '#platform/http';
import { Storage } from '#platform/storage';
import { snapshotSample } from '../factories/snapshot-sample.js';
import { type ReportDesk, reportDesk, SNAPSHOT_SHA } from './report-desk.js';

const SECRETARIAT: Actor = { userId: null, name: 'Secretariat', roles: [{ role: 'secretariat' }] };
const PUBLIC: Actor = { userId: null, name: 'public', roles: [{ role: 'public' }] };

describe('reports', () => {
  let desk: ReportDesk;
  let app: ReportDesk['app'];
  let database: ReportDesk['database'];
  let reports: ReportsService;
  let requests: ReportRequests;
  let snapshotId: string;

  beforeAll(async () => {
    desk = await reportDesk();
    ({ app, database } = desk);
    reports = app.get(ReportsService);
    requests = app.get(ReportRequests);
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    // Snapshots are frozen, so each test has a cycle and a snapshot of its own.
    const year =
      2030 +
      ((await database.one<{ count: number }>('SELECT count(*)::int AS count FROM cycles'))?.count ?? 0);
    snapshotId = await desk.snapshotOf(year, snapshotSample());
  });

  const ask = (format: 'html' | 'json' = 'html'): Promise<ReportDto> =>
    requests.request({ snapshotId, kind: 'annual', lang: 'en', format }, SECRETARIAT);
  const publish = () =>
    database.execute(
      `UPDATE cycles SET state = 'published' WHERE id = (SELECT cycle_id FROM snapshots WHERE id = $1)`,
      [snapshotId],
    );
  const waiting = async (reportId: string): Promise<number> =>
    (
      await database.one<{ count: number }>(
        `SELECT count(*)::int AS count FROM outbox WHERE topic = 'report.requested' AND payload->>'reportId' = $1`,
        [reportId],
      )
    )?.count ?? 0;
  const audited = async (reportId: string): Promise<string[]> =>
    (
      await database.query<{ action: string }>(
        'SELECT action FROM audit_entries WHERE entity_id = $1 ORDER BY id',
        [reportId],
      )
    ).map(({ action }) => action);

  it('are made once for one snapshot, language and format, and asked for again without new work', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({
      state: 'queued',
      progress: 0,
      snapshotId,
      lang: 'en',
      format: 'html',
      sha256: null,
    });
    expect((await ask()).id).toBe(asked.id);
    expect(await waiting(asked.id)).toBe(1);
    await desk.make(asked.id);
    const done = await ask();
    expect(done).toMatchObject({ id: asked.id, state: 'done', progress: 100, error: null });
    expect(await waiting(asked.id)).toBe(1);
    expect((await ask('json')).id).not.toBe(asked.id);
    expect(await audited(asked.id)).toEqual(['report.request', 'report.make']);
  });

  it('have the bytes that the command line gives, also when a worker makes them twice', async () => {
    const { id } = await ask();
    await Promise.all([desk.make(id), desk.make(id)]);
    const { report, content } = await reports.open(SECRETARIAT, id);
    const body = Buffer.concat(await content.toArray()).toString('utf8');
    expect(createHash('sha256').update(body).digest('hex')).toBe(report.sha256);
    expect(await app.get(ReportRegister).write(snapshotId, 'annual', 'en', 'html')).toEqual({
      body,
      sha256: report.sha256,
    });
    expect(await audited(id)).toEqual(['report.request', 'report.make']);
  });

  it('show no story whose consent was taken back since, though the snapshot stays as it was frozen', async () => {
    const storyId = newId();
    const sample = snapshotSample();
    const told = {
      id: storyId,
      stateCode: 'MX',
      titleEn: 'A studio',
      titleEs: 'Un estudio',
      nameChanged: true,
    };
    snapshotId = await desk.snapshotOf(2080, {
      ...sample,
      others: { ...sample.others, regional: [...sample.others.regional, { id: 'stories', content: [told] }] },
    });
    const story = (withdrawnAt: string | null) =>
      database.execute(
        `INSERT INTO stories (id, state_code, year, title_en, title_es, name_changed, updated_at, withdrawn_at)
         VALUES ($1, 'MX', 2024, 'A studio', 'Un estudio', true, now(), $2)
         ON CONFLICT (id) DO UPDATE SET withdrawn_at = $2`,
        [storyId, withdrawnAt],
      );
    const read = async (id: string): Promise<[string, string | null]> => {
      const { report, content } = await reports.open(PUBLIC, id);
      return [Buffer.concat(await content.toArray()).toString('utf8'), report.sha256];
    };
    await database.execute(
      `INSERT INTO states (code, alpha3, name_en, name_es, time_zone, languages, position)
       VALUES ('MX', 'MEX', 'Mexico', 'México', 'America/Mexico_City', '{es}', 6)
       ON CONFLICT DO NOTHING`,
    );
    await story(null);
    const { id } = await ask();
    await desk.make(id);
    await publish();
    const [before, hash] = await read(id);
    const file = await desk.fileOf(id);
    expect(before).toContain('A studio');
    await story(new Date().toISOString());
    const taken = jest.spyOn(app.get(Storage), 'delete').mockRejectedValueOnce(new Error('No answer'));
    await expect(app.get(ReportRedaction).redactAll()).rejects.toThrow('No answer');
    taken.mockRestore();
    await expect(reports.open(PUBLIC, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await app.get(Storage).exists(file)).toBe(false);
    expect(await reports.get(PUBLIC, id)).toMatchObject({ state: 'queued', again: true, sha256: null });
    expect(await waiting(id)).toBe(2);
    await desk.make(id);
    const [after, newHash] = await read(id);
    expect(await reports.get(PUBLIC, id)).toMatchObject({ state: 'done', again: false });
    expect(after).not.toContain('A studio');
    expect(after).toMatch(/A story stood here; it was withdrawn on \d/);
    expect(newHash).not.toBe(hash);
    expect(await app.get(FileOrigins).ofPublic(String(hash))).toMatchObject({ replaced: 'taken_back' });
    expect(await audited(id)).toEqual(['report.request', 'report.make', 'report.redact', 'report.make']);
    await app.get(ReportRedaction).redactAll();
    expect((await reports.get(PUBLIC, id)).state).toBe('done');
    expect((await app.get(ReportRegister).write(snapshotId, 'annual', 'en', 'json')).body).not.toContain(
      'A studio',
    );
    const frozen = await database.one('SELECT canonical FROM snapshots WHERE id = $1', [snapshotId]);
    expect(JSON.stringify(frozen)).toContain('A studio');
  });

  it('show no photo whose consent was taken back since, and the story without it', async () => {
    const [storyId, photoId, key] = [newId(), newId(), 'stories/one.jpg'];
    const { sha256 } = await app.get(Storage).put(key, 'a picture', { contentType: 'image/jpeg' });
    const photo = { id: photoId, sha256, width: 3, height: 2, altEn: 'A field', altEs: 'Un campo' };
    const told = { id: storyId, stateCode: 'MX', titleEn: 'A studio', photos: [photo] };
    const sample = snapshotSample();
    const regional = [...sample.others.regional, { id: 'stories', content: [told] }];
    snapshotId = await desk.snapshotOf(2081, { ...sample, others: { ...sample.others, regional } });
    await database.execute(
      `WITH story AS (INSERT INTO stories (id, state_code, year, title_en, title_es, name_changed, updated_at) VALUES ($1, 'MX', 2024, 'T', 'T', true, now()))
       INSERT INTO story_photos (id, story_id, position, storage_key, bytes, sha256, width, height) VALUES ($2, $1, 1, $3, 9, $4, 3, 2)`,
      [storyId, photoId, key, sha256],
    );
    const { id } = await ask();
    const body = async (): Promise<string> => {
      await desk.make(id);
      return Buffer.concat(await (await reports.open(SECRETARIAT, id)).content.toArray()).toString('utf8');
    };
    expect(await body()).toContain(`base64,${Buffer.from('a picture').toString('base64')}" alt="A field"`);
    await database.execute('UPDATE story_photos SET withdrawn_at = now(), storage_key = NULL WHERE id = $1', [
      photoId,
    ]);
    await app.get(ReportRedaction).redactAll();
    expect(await reports.get(SECRETARIAT, id)).toMatchObject({ state: 'queued', again: true });
    const after = await body();
    expect(after).toMatch(/A photo stood here; it was withdrawn on \d/);
    expect(after).toContain('A studio');
    expect(after).not.toContain('<img');
  });

  it('are known again by their bytes, stored or written by the command line, and nothing else is', async () => {
    const [register, origins] = [app.get(ReportRegister), app.get(FileOrigins)];
    const { id } = await ask('json');
    await desk.make(id);
    const { sha256 } = await reports.get(SECRETARIAT, id);
    expect(await origins.of(String(sha256))).toMatchObject({
      kind: 'annual',
      lang: 'en',
      format: 'json',
      snapshotId,
      snapshotNumber: 1,
      snapshotSha256: SNAPSHOT_SHA,
      edition: null,
      place: id,
      replaced: null,
    });
    const written = await register.write(snapshotId, 'annual', 'es', 'json');
    expect(await origins.of(written.sha256)).toMatchObject({ lang: 'es', format: 'json', snapshotId });
    expect(await origins.of('c'.repeat(64))).toBeUndefined();
  });

  it('that fail say why after the last attempt, and are made anew when asked for again', async () => {
    const broken = await desk.snapshotOf(2090, { format: 1 } as SnapshotContent);
    const { id } = await requests.request(
      { snapshotId: broken, kind: 'annual', lang: 'es', format: 'html' },
      SECRETARIAT,
    );
    const failed = await desk.make(id).catch((error: unknown) => error);
    expect((await reports.get(SECRETARIAT, id)).state).toBe('running');
    await desk.giveUp(id, failed);
    expect(await reports.get(SECRETARIAT, id)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/^Algo falló/),
    });
    expect(await audited(id)).toEqual(['report.request', 'report.fail']);
    const again = await requests.request(
      { snapshotId: broken, kind: 'annual', lang: 'es', format: 'html' },
      SECRETARIAT,
    );
    expect(again).toMatchObject({ id, state: 'queued', progress: 0, error: null });
    expect(await waiting(id)).toBe(2);
  });

  it('are called off at any step, once, and made when they are asked for again', async () => {
    const { id } = await ask('json');
    expect(await requests.cancel(SECRETARIAT, id)).toMatchObject({ state: 'cancelled', sha256: null });
    await requests.cancel(SECRETARIAT, id);
    await desk.make(id);
    expect((await reports.get(SECRETARIAT, id)).state).toBe('cancelled');
    expect(await audited(id)).toEqual(['report.request', 'report.cancel']);
    expect(await ask('json')).toMatchObject({ id, state: 'queued', progress: 0 });
    await desk.make(id);
    expect(await requests.cancel(SECRETARIAT, id)).toMatchObject({ state: 'done' });
    await expect(requests.cancel(PUBLIC, id)).rejects.toMatchObject({ code: 'not_found' });
    await publish();
    await expect(requests.cancel(PUBLIC, id)).rejects.toMatchObject({ code: 'forbidden' });
    const answer = await app.inject({ method: 'POST', url: `/api/reports/${id}/cancel` });
    expect(answer.statusCode).toBe(401);
  });

  it('called off while their file is stored leave none, and neither does what a second asking overtook', async () => {
    const { id } = await ask('json');
    const storage = app.get(Storage);
    const put = jest.spyOn(storage, 'put');
    const during = (what: () => Promise<unknown>) =>
      put.mockImplementationOnce(async (...file) => {
        const stored = await storage.put(...file);
        await what();
        return stored;
      });
    during(() => requests.cancel(SECRETARIAT, id));
    await desk.make(id);
    await ask('json');
    during(async () => {
      await requests.cancel(SECRETARIAT, id);
      await ask('json');
      await desk.make(id);
    });
    await desk.make(id);
    const keys = [...new Set(put.mock.calls.map(([key]) => key))];
    put.mockRestore();
    const left: string[] = [];
    for (const key of keys) if (await storage.exists(key)) left.push(key);
    expect(keys).toHaveLength(3);
    expect(left).toEqual([await desk.fileOf(id)]);
    expect(await reports.get(SECRETARIAT, id)).toMatchObject({ state: 'done' });
  });

  it('whose file was lost are made anew, with the same bytes', async () => {
    const { id } = await ask();
    await desk.make(id);
    const { sha256 } = await reports.get(SECRETARIAT, id);
    await app.get(Storage).delete(await desk.fileOf(id));
    await expect(reports.open(SECRETARIAT, id)).rejects.toMatchObject({ code: 'gone' });
    expect(await ask()).toMatchObject({ id, state: 'queued' });
    await desk.make(id);
    expect((await reports.get(SECRETARIAT, id)).sha256).toBe(sha256);
  });

  it('are the public’s once their cycle is published, and nobody else’s business before', async () => {
    const { id } = await ask();
    await desk.make(id);
    await expect(reports.get(PUBLIC, id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await reports.list(PUBLIC)).map((report) => report.id)).not.toContain(id);
    expect((await reports.list(SECRETARIAT)).map((report) => report.id)).toContain(id);
    await publish();
    expect(await reports.get(PUBLIC, id)).toMatchObject({ id, state: 'done' });
    expect((await reports.list(PUBLIC)).map((report) => report.id)).toContain(id);
  });

  it('are asked for by who may, of a kind that the snapshot has, from a cycle with a snapshot', async () => {
    const request = { snapshotId, kind: 'annual', lang: 'en', format: 'html' } as const;
    await expect(
      requests.request(request, {
        userId: null,
        name: 'Ana',
        roles: [{ role: 'focal_point', stateCode: 'MX' }],
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(requests.request({ ...request, kind: 'mid_year' }, SECRETARIAT)).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(requests.request({ ...request, snapshotId: null }, SECRETARIAT)).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(
      requests.request({ ...request, snapshotId: null, cycleKey: '2099-annual' }, SECRETARIAT),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(requests.request({ ...request, snapshotId: newId() }, SECRETARIAT)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('travel over HTTP with a policy that lets nothing run, and not twice to who has them', async () => {
    const { id } = await ask();
    const early = await app.inject({ url: `/api/reports/${id}/content` });
    expect(early.statusCode).toBe(404);
    await desk.make(id);
    await publish();
    const answer = await app.inject({ url: `/api/reports/${id}/content` });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'self'$/,
    );
    expect(answer.headers['content-disposition']).toMatch(/^inline; filename="mirps-\d+-annual-en\.html"$/);
    expect(answer.body.startsWith('<!doctype html>')).toBe(true);
    const again = await app.inject({
      url: `/api/reports/${id}/content`,
      headers: { 'if-none-match': String(answer.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const packed = await app.inject({
      url: `/api/reports/${id}/content`,
      headers: { 'if-none-match': `"other", W/${String(answer.headers.etag)}` },
    });
    expect(packed.statusCode).toBe(304);
    expect((await app.inject({ method: 'POST', url: '/api/reports', payload: {} })).statusCode).toBe(401);
    expect(
      (await app.inject({ url: '/api/reports' })).json<ReportDto[]>().map((report) => report.id),
    ).toContain(id);
  });
});
