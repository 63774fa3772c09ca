import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AuditService } from '#features/audit';
import {
  type ReportEditionDto,
  EditionFilesService,
  FileOrigins,
  EditionMaker,
  type EditionRun,
  EditionRuns,
  EditionRedaction,
  EditionsService,
  SectionsService,
  SectionViews,
} from '#features/editions';
import { type Drawings, failureOf, REPORT_TEMPLATE } from '#features/reports';
import { SnapshotsService } from '#features/rollups';
import { StoryPictures } from '#features/stories';
import { SystemClock } from '#platform/clock';
import { Config } from '#platform/config';
import { newId } from '#platform/database';
import type { Actor } from '#platform/http';
import { Storage } from '#platform/storage';
import { snapshotSample } from '../factories/snapshot-sample.js';
import { type ReportDesk, reportDesk } from './report-desk.js';

const [BEA, IVO] = [newId(), newId()];
const SECRETARIAT: Actor = { userId: BEA, name: 'Bea', roles: [{ role: 'secretariat' }] };
const PRESIDENCY: Actor = { userId: IVO, name: 'Ivo', roles: [{ role: 'presidency', stateCode: 'BZ' }] };
const MEXICO: Actor = {
  userId: null,
  name: 'Ana',
  roles: [{ role: 'national_coordinator', stateCode: 'MX' }],
};
const PUBLIC: Actor = { userId: null, name: 'public', roles: [] };

describe('editions of reports', () => {
  let desk: ReportDesk;
  let app: ReportDesk['app'];
  let database: ReportDesk['database'];
  let sections: SectionsService;
  let views: SectionViews;
  let editions: EditionsService;
  let files: EditionFilesService;
  let runs: EditionRuns;
  let maker: EditionMaker;
  let key: string;

  beforeAll(async () => {
    desk = await reportDesk();
    ({ app, database } = desk);
    [sections, views] = [app.get(SectionsService), app.get(SectionViews)];
    [editions, files] = [app.get(EditionsService), app.get(EditionFilesService)];
    runs = new EditionRuns(database, new SystemClock(), app.get(AuditService), app.get(Storage));
    const parts = [
      runs,
      app.get(SnapshotsService),
      app.get(Storage),
      app.get(Config),
      app.get(StoryPictures),
    ] as const;
    maker = new EditionMaker(database, new SystemClock(), ...parts);
    await database.execute(
      `INSERT INTO auth_users (id, name, email) VALUES ($1, 'Bea', 'bea@example.org'), ($2, 'Ivo', 'ivo@example.org')`,
      [BEA, IVO],
    );
    await database.execute(
      `INSERT INTO states (code, alpha3, name_en, name_es, time_zone, languages, position)
       VALUES ('MX', 'MEX', 'Mexico', 'México', 'America/Mexico_City', '{es}', 6), ('BZ', 'BLZ', 'Belize', 'Belice', 'America/Belize', '{en}', 1)`,
    );
  });
  afterAll(() => desk.close());

  // What is published stays, so each test has a cycle of its own.
  beforeEach(async () => {
    const count = await database.one<{ count: number }>('SELECT count(*)::int AS count FROM cycles');
    const year = 2030 + (count?.count ?? 0);
    key = `${year}-annual`;
    await desk.snapshotOf(year, snapshotSample());
  });

  const TEXT = 'Mexico reported {{rollup:MX.coverage}} commitments.';
  const MEXICAN = 'México informó {{rollup:MX.coverage}} compromisos.';
  const write = (textEn = TEXT, textEs = MEXICAN, version = 0, section = 'chapter-MX') =>
    sections.save(SECRETARIAT, key, section, version, { textEn, textEs });
  const finish = async (version = 1, section = 'chapter-MX') =>
    sections.move(SECRETARIAT, key, section, version, { to: 'final' });
  const publishCycle = () => database.execute(`UPDATE cycles SET state = 'published' WHERE key = $1`, [key]);
  const runOf = async ({ id }: ReportEditionDto): Promise<string> =>
    (await database.one<{ run: string }>('SELECT run FROM edition_files WHERE edition_id = $1 LIMIT 1', [id]))
      ?.run ?? '';
  const compose = async (asked: EditionRun): Promise<void> => {
    await maker.draw(asked);
    await maker.compose(asked);
  };
  /** Whatever stands in the storage of an edition's run between its steps and behind it. */
  const between = async ({ editionId, run, lang }: EditionRun): Promise<string[]> => {
    const found: string[] = [];
    for (const end of ['drawings.json', 'composed.json', 'html', 'json'])
      if (await app.get(Storage).exists(`editions/${editionId}/${run}-${lang}.${end}`)) found.push(end);
    return found;
  };
  /** Every file, or those alone that take no time. */
  const make = async (edition: ReportEditionDto, all = false): Promise<ReportEditionDto> => {
    await files.generate(SECRETARIAT, key, edition.number);
    await database.execute(
      `DELETE FROM edition_files WHERE edition_id = $1 AND state <> 'done' AND NOT $2 AND format NOT IN ('html', 'json')`,
      [edition.id, all],
    );
    const runs = await database.query<{ run: string; lang: 'en' | 'es' }>(
      `SELECT DISTINCT run, lang FROM edition_files WHERE edition_id = $1 AND state <> 'done'`,
      [edition.id],
    );
    for (const { run, lang } of runs) {
      await compose({ editionId: edition.id, run, lang });
      await maker.print({ editionId: edition.id, run, lang });
    }
    return editions.get(SECRETARIAT, key, edition.number);
  };
  const approved = async (edition: ReportEditionDto): Promise<ReportEditionDto> => {
    const first = await editions.approve(PRESIDENCY, key, edition.number, edition.version, 'presidency');
    return editions.approve(SECRETARIAT, key, edition.number, first.version, 'secretariat');
  };
  const htmlOf = async (number: number, actor = PUBLIC): Promise<string> =>
    Buffer.concat(await (await files.open(actor, key, number, 'en', 'html')).content.toArray()).toString(
      'utf8',
    );

  it('have the sections of the report, each with its owner, state, words and languages', async () => {
    await write(TEXT, '');
    const { sections: rows, numbers } = await views.composition(SECRETARIAT, key);
    expect(numbers).toMatchObject({ live: false, snapshotNumber: 1 });
    expect(rows.map((row) => row.key)).toEqual(
      expect.arrayContaining(['foreword', 'context', 'chapter-BZ', 'credits']),
    );
    expect(rows.find((row) => row.key === 'chapter-MX')).toMatchObject({
      desk: 'state',
      stateCode: 'MX',
      state: 'draft',
      languages: 'en_only',
      wordsEn: 4,
      version: 1,
      updatedBy: 'Bea',
    });
    expect(rows.find((row) => row.key === 'context')).toMatchObject({
      desk: 'secretariat',
      state: 'missing',
      version: 0,
    });
  });

  it('let a State write its own chapter, and nobody else’s', async () => {
    expect((await views.composition(MEXICO, key)).sections.map((row) => row.key)).toEqual(['chapter-MX']);
    const texts = { textEn: 'Ours.', textEs: 'Nuestro.' };
    expect(await sections.save(MEXICO, key, 'chapter-MX', 0, texts)).toMatchObject({
      state: 'draft',
      version: 1,
    });
    await expect(sections.save(MEXICO, key, 'context', 0, texts)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(views.one(MEXICO, key, 'chapter-BZ')).rejects.toMatchObject({ code: 'not_found' });
    await expect(sections.move(MEXICO, key, 'chapter-MX', 1, { to: 'final' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await sections.assign(SECRETARIAT, key, 'context', 0, { desk: 'state', stateCode: 'MX' });
    expect(await sections.save(MEXICO, key, 'context', 1, texts)).toMatchObject({ version: 2 });
  });

  it('tell nobody of figures that they may not read yet', async () => {
    const body = { textEn: 'We: {{rollup:MX.mean}}, they: {{rollup:region.mean}}. ', textEs: '' };
    const preview = await views.preview(MEXICO, key, 'chapter-MX', body);
    expect(preview.textEn).toContain('We: 70%');
    expect(preview.textEn).not.toMatch(/they: \d/);
    expect(preview.problems.map(({ kind, source }) => [kind, source])).toEqual([
      ['hidden', '{{rollup:region.mean}}'],
    ]);
    const found = await views.references(MEXICO, key, { q: 'mean progress' });
    expect(found.map(({ reference }) => reference)).toEqual(expect.arrayContaining(['{{rollup:MX.mean}}']));
    expect(found.filter(({ reference }) => !reference.includes(':MX.'))).toEqual([]);
  });

  it('keep every version of a section, and say what changed between two', async () => {
    await write();
    await write('Mexico reported all.', MEXICAN, 1);
    await sections.move(SECRETARIAT, key, 'chapter-MX', 2, { to: 'in_review' });
    const versions = await views.versions(SECRETARIAT, key, 'chapter-MX');
    // The first two were saved by one person within minutes.
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [3, 'in_review'],
      [2, 'draft'],
    ]);
    await write('Mexico reported some.', MEXICAN, 3);
    const { en, es } = await views.comparison(SECRETARIAT, key, 'chapter-MX', { from: 2, to: 4 });
    expect(en).toEqual([
      { kind: 'same', text: 'Mexico reported ' },
      { kind: 'removed', text: 'all.' },
      { kind: 'added', text: 'some.' },
    ]);
    expect(es.map(({ kind }) => kind)).toEqual(['same']);
    await expect(write('late', 'tarde', 3)).rejects.toMatchObject({ code: 'stale' });
  });

  it('come back to their owner with a note that says what to change, until the Secretariat says that they are final', async () => {
    await sections.save(MEXICO, key, 'chapter-MX', 0, { textEn: TEXT, textEs: MEXICAN });
    await sections.move(MEXICO, key, 'chapter-MX', 1, { to: 'in_review' });
    const back = { to: 'returned', note: ' Which months? ' } as const;
    await expect(sections.move(MEXICO, key, 'chapter-MX', 2, back)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      sections.move(SECRETARIAT, key, 'chapter-MX', 2, { to: 'returned', note: ' ' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'note' }] });
    expect(await sections.move(SECRETARIAT, key, 'chapter-MX', 2, back)).toMatchObject({
      state: 'returned',
      note: 'Which months?',
    });
    const published = await database.one<{ payload: unknown }>(
      `SELECT payload FROM outbox WHERE topic = 'report_section.returned' ORDER BY id DESC LIMIT 1`,
    );
    expect(published?.payload).toMatchObject({ key: 'chapter-MX' });
    await expect(sections.move(MEXICO, key, 'chapter-MX', 3, { to: 'draft' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const changed = { textEn: `${TEXT} January to September.`, textEs: `${MEXICAN} De enero a septiembre.` };
    expect(await sections.save(MEXICO, key, 'chapter-MX', 3, changed)).toMatchObject({ state: 'returned' });
    expect(await sections.move(MEXICO, key, 'chapter-MX', 4, { to: 'in_review' })).toMatchObject({
      note: 'Which months?',
    });
    expect(await finish(5)).toMatchObject({ state: 'final', note: null });
  });

  it('are not put together while a reference stands for nothing; its place is told', async () => {
    await write('First.\n\nSee {{fact:ZZ}}.', 'Primero.');
    await expect(finish()).rejects.toMatchObject({ code: 'invalid' });
    await expect(editions.prepare(SECRETARIAT, { cycleKey: key })).rejects.toMatchObject({
      code: 'invalid',
      fields: [
        expect.objectContaining({ field: 'sections.chapter-MX' }),
        {
          field: 'sections.chapter-MX.en:3',
          detail: expect.objectContaining({
            en: expect.stringMatching(/Mexico.*English, line 3: \{\{fact:ZZ\}\} stands for nothing/),
          }),
        },
      ],
    });
    await write('First.', 'Primero.', 1);
    await finish(2);
    expect(await editions.prepare(SECRETARIAT, { cycleKey: key })).toMatchObject({
      number: 1,
      state: 'preparing',
    });
    await expect(write('More.', 'Más.', 3)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('give the same bytes for the same snapshot and texts', async () => {
    await write();
    await finish();
    const first = await make(await editions.prepare(SECRETARIAT, { cycleKey: key }), true);
    expect(first.files.map(({ state, progress, template }) => [state, progress, template])).toEqual(
      first.files.map(() => ['done', 100, REPORT_TEMPLATE]),
    );
    const hashes = first.files.map(({ sha256 }) => sha256);
    const again = await make(await editions.prepare(SECRETARIAT, { cycleKey: key }), true);
    expect(again.id).toBe(first.id);
    expect(again.files.map(({ sha256 }) => sha256)).toEqual(hashes);
    const html = await htmlOf(1, SECRETARIAT);
    expect(createHash('sha256').update(html).digest('hex')).toBe(
      first.files.find(({ lang, format }) => lang === 'en' && format === 'html')?.sha256,
    );
    expect(html).toContain('Mexico reported 2 of 4 commitments.');
    expect(html).toContain(first.textsSha256);
  });

  it('are called off and begun again without a file of the first asking', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await files.generate(SECRETARIAT, key, 1);
    const asked = { editionId: edition.id, run: await runOf(edition), lang: 'en' as const };
    await compose(asked);
    const cancelled = await files.cancel(SECRETARIAT, key, 1);
    expect(new Set(cancelled.files.map(({ state }) => state))).toEqual(new Set(['cancelled']));
    await maker.print(asked);
    expect(await between(asked)).toEqual([]);
    expect((await editions.get(SECRETARIAT, key, 1)).files.some(({ state }) => state === 'done')).toBe(false);
    const made = await make(edition);
    expect(made.files.every(({ state }) => state === 'done')).toBe(true);
  });

  it('go on as they are when they are asked for while they are made', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await files.generate(SECRETARIAT, key, 1);
    const run = await runOf(edition);
    await maker.draw({ editionId: edition.id, run, lang: 'en' });
    await files.generate(SECRETARIAT, key, 1);
    expect(await runOf(edition)).toBe(run);
    // Nobody works on what gave no sign for long.
    await database.execute(
      `UPDATE edition_files SET updated_at = now() - interval '16 minutes' WHERE edition_id = $1`,
      [edition.id],
    );
    await files.generate(SECRETARIAT, key, 1);
    expect(await runOf(edition)).not.toBe(run);
  });

  it('that the storage lost say so, and have the same bytes when they are made again', async () => {
    await write();
    await finish();
    const edition = await make(await editions.prepare(SECRETARIAT, { cycleKey: key }));
    const stored = async () =>
      database.one<{ key: string; sha256: string }>(
        `SELECT storage_key AS key, sha256 FROM edition_files WHERE edition_id = $1 AND lang = 'en' AND format = 'html'`,
        [edition.id],
      );
    const before = await stored();
    await app.get(Storage).delete(before?.key ?? '');
    await expect(htmlOf(1, SECRETARIAT)).rejects.toMatchObject({
      code: 'gone',
      message: expect.stringContaining('Check the files'),
    });
    await make(edition);
    expect(await htmlOf(1, SECRETARIAT)).toContain('Mexico reported 2 of 4 commitments.');
    expect((await stored())?.sha256).toBe(before?.sha256);
  });

  it('leave no file in the storage that was called off while it was stored', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await files.generate(SECRETARIAT, key, 1);
    await database.execute(`DELETE FROM edition_files WHERE edition_id = $1 AND format <> 'json'`, [
      edition.id,
    ]);
    const asked = { editionId: edition.id, run: await runOf(edition), lang: 'en' as const };
    await compose(asked);
    const storage = app.get(Storage);
    const put = jest.spyOn(storage, 'put');
    put.mockImplementationOnce(async (...file) => {
      const stored = await storage.put(...file);
      await files.cancel(SECRETARIAT, key, 1);
      return stored;
    });
    await maker.print(asked);
    const [stored] = put.mock.calls.at(-1) ?? [];
    put.mockRestore();
    expect(stored).toMatch(/-en\.json$/);
    expect(await storage.exists(stored ?? '')).toBe(false);
    expect((await editions.get(SECRETARIAT, key, 1)).files.map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
    ]);
  });

  it('lay out charts and map once for all documents, name the step that they are at, and leave nothing of it behind', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await files.generate(SECRETARIAT, key, 1);
    const asked = { editionId: edition.id, run: await runOf(edition), lang: 'es' as const };
    const steps = async (): Promise<(string | null)[]> => [
      ...new Set(
        (await editions.get(SECRETARIAT, key, 1)).files
          .filter(({ lang }) => lang === 'es')
          .map(({ step }) => step),
      ),
    ];
    expect(await steps()).toEqual([null]);
    const storage = app.get(Storage);
    await maker.draw(asked);
    expect([await between(asked), await steps()]).toEqual([['drawings.json'], ['charts']]);
    const drawings = `editions/${edition.id}/${asked.run}-es.drawings.json`;
    const laidOut = JSON.parse(await text(await storage.get(drawings))) as Drawings;
    expect(Object.keys(laidOut)).toEqual(expect.arrayContaining(['coverage-map', 'stages-by-state']));
    await compose(asked);
    expect(await steps()).toEqual(['sections']);
    await maker.print(asked);
    expect(await between(asked)).toEqual(['html', 'json']);
  });

  it('are made as far as they can be when one cannot', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await files.generate(SECRETARIAT, key, 1);
    await database.execute(
      `DELETE FROM edition_files WHERE edition_id = $1 AND format NOT IN ('html', 'json')`,
      [edition.id],
    );
    const asked = { editionId: edition.id, run: await runOf(edition), lang: 'en' as const };
    await compose(asked);
    const put = jest.spyOn(app.get(Storage), 'put').mockRejectedValueOnce(new Error('The disk is full'));
    await expect(maker.print(asked)).rejects.toThrow('The disk is full');
    put.mockRestore();
    const states = async (): Promise<string[]> =>
      (await editions.get(SECRETARIAT, key, 1)).files
        .filter(({ lang }) => lang === 'en')
        .map(({ format, state }) => `${format} ${state}`);
    expect(await states()).toEqual(['html running', 'json done']);
    await maker.print(asked);
    expect(await states()).toEqual(['html done', 'json done']);
  });

  it('lose their approvals when a file gets other bytes, keep them for the same, and are not published between', async () => {
    await write();
    await finish();
    const edition = await approved(await make(await editions.prepare(SECRETARIAT, { cycleKey: key })));
    await publishCycle();
    const older = `UPDATE edition_files SET template = template - 1, sha256 = coalesce($2, sha256)
                    WHERE edition_id = $1 AND lang = 'en' AND format = 'html'`;
    await database.execute(older, [edition.id, null]);
    await files.generate(SECRETARIAT, key, 1);
    await expect(editions.publish(SECRETARIAT, key, 1, edition.version)).rejects.toThrow('being made again');
    const same = await make(edition);
    expect([same.presidency, same.secretariat, same.version]).toEqual([
      edition.presidency,
      edition.secretariat,
      edition.version,
    ]);
    await database.execute(older, [edition.id, 'e'.repeat(64)]);
    const other = await make(edition);
    expect([other.presidency, other.secretariat, other.version]).toEqual([null, null, edition.version + 1]);
    await expect(editions.publish(SECRETARIAT, key, 1, other.version)).rejects.toThrow('has not approved');
  });

  it('are read at their address while they are made again in a newer form', async () => {
    await write();
    await finish();
    const edition = await approved(await make(await editions.prepare(SECRETARIAT, { cycleKey: key })));
    await publishCycle();
    await editions.publish(SECRETARIAT, key, 1, edition.version);
    const before = await htmlOf(1);
    await database.execute(`UPDATE edition_files SET template = template - 1 WHERE edition_id = $1`, [
      edition.id,
    ]);
    const asked = await files.generate(SECRETARIAT, key, 1);
    const html = asked.files.find(({ lang, format }) => lang === 'en' && format === 'html');
    expect(html).toMatchObject({ state: 'queued', template: REPORT_TEMPLATE - 1 });
    expect(createHash('sha256').update(before).digest('hex')).toBe(html?.sha256);
    expect(await htmlOf(1)).toBe(before);
    await files.cancel(SECRETARIAT, key, 1);
    expect(await htmlOf(1)).toBe(before);
    const made = await make(edition);
    expect(made.files.map(({ state, template }) => [state, template])).toEqual(
      made.files.map(() => ['done', REPORT_TEMPLATE]),
    );
    expect(await htmlOf(1)).toBe(before);
  });

  it('say that they could not be made, and are made when asked again', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await files.generate(SECRETARIAT, key, 1);
    const asked = { editionId: edition.id, run: await runOf(edition), lang: 'es' as const };
    await compose(asked);
    expect(await between(asked)).toEqual(['drawings.json', 'composed.json']);
    await runs.giveUp(asked, 'time');
    expect(await between(asked)).toEqual([]);
    const states = (await editions.get(SECRETARIAT, key, 1)).files.map(
      ({ lang, state, error }) => `${lang} ${state} ${error?.slice(0, 8)}`,
    );
    expect(new Set(states)).toEqual(new Set(['en queued undefined', 'es failed Tardó de']));
    const made = await make(edition);
    expect(made.files.map(({ state, error }) => [state, error])).toEqual(
      made.files.map(() => ['done', null]),
    );
  });

  it('tell of each file why it could not be made, whatever kept the others from it', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await files.generate(SECRETARIAT, key, 1);
    await database.execute(
      `DELETE FROM edition_files WHERE edition_id = $1 AND format NOT IN ('html', 'json', 'xlsx')`,
      [edition.id],
    );
    const asked = { editionId: edition.id, run: await runOf(edition), lang: 'en' as const };
    await compose(asked);
    const put = jest.spyOn(app.get(Storage), 'put').mockRejectedValueOnce(new Error('no room'));
    const failed: unknown = await maker.print(asked).catch((error: unknown) => error);
    put.mockRestore();
    const english = async () =>
      (await editions.get(SECRETARIAT, key, 1)).files
        .filter(({ lang }) => lang === 'en')
        .map(({ format, state, error }) => `${format} ${state} ${error?.slice(0, 17)}`);
    expect(await english()).toEqual(['html running undefined', 'json done undefined', 'xlsx done undefined']);
    await runs.giveUp(asked, failureOf(failed));
    expect(await english()).toEqual([
      'html failed El almacenamiento',
      'json done undefined',
      'xlsx done undefined',
    ]);
  });

  it('leave no file of an older form in the storage when they are made again, and still know it as theirs', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await make(edition);
    const stored = () =>
      database.query<{ lang: string; format: string; storageKey: string; sha256: string }>(
        `SELECT lang, format, storage_key AS "storageKey", sha256 FROM edition_files WHERE edition_id = $1 AND state = 'done' ORDER BY lang, format`,
        [edition.id],
      );
    const [old, ...others] = await stored();
    if (!old) throw new Error('No file was made');
    await database.execute(
      `UPDATE edition_files SET template = template - 1 WHERE edition_id = $1 AND storage_key = $2`,
      [edition.id, old.storageKey],
    );
    await make(edition);
    const storage = app.get(Storage);
    expect(await storage.exists(old.storageKey)).toBe(false);
    const now = await stored();
    expect(now.map(({ lang, format }) => [lang, format])).toEqual(
      [old, ...others].map(({ lang, format }) => [lang, format]),
    );
    expect(now.slice(1)).toEqual(others);
    for (const { storageKey } of now) expect(await storage.exists(storageKey)).toBe(true);
    await database.execute(`UPDATE edition_files SET sha256 = repeat('0', 64) WHERE storage_key = $1`, [
      now[0]?.storageKey,
    ]);
    expect(await app.get(FileOrigins).of(old.sha256)).toMatchObject({
      replaced: 'remade',
      lang: old.lang,
      format: old.format,
    });
  });

  it('are published by two persons once the cycle is, and not seen by anybody before', async () => {
    await write();
    await finish();
    const edition = await editions.prepare(SECRETARIAT, { cycleKey: key });
    await expect(editions.approve(SECRETARIAT, key, 1, edition.version, 'secretariat')).rejects.toMatchObject(
      {
        code: 'conflict',
      },
    );
    const made = await make(edition);
    await expect(editions.publish(SECRETARIAT, key, 1, made.version)).rejects.toMatchObject({
      code: 'conflict',
    });
    const both: Actor = { ...PRESIDENCY, roles: [...PRESIDENCY.roles, ...SECRETARIAT.roles] };
    const first = await editions.approve(both, key, 1, made.version, 'presidency');
    await expect(editions.approve(both, key, 1, first.version, 'secretariat')).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(editions.approve(MEXICO, key, 1, first.version, 'secretariat')).rejects.toMatchObject({
      code: 'not_found',
    });
    const second = await editions.approve(SECRETARIAT, key, 1, first.version, 'secretariat');
    await expect(editions.publish(SECRETARIAT, key, 1, second.version)).rejects.toMatchObject({
      code: 'conflict',
    });
    await publishCycle();
    expect(await editions.list(PUBLIC, key)).toEqual([]);
    await expect(htmlOf(1)).rejects.toMatchObject({ code: 'not_found' });
    const published = await editions.publish(SECRETARIAT, key, 1, second.version);
    expect(published).toMatchObject({ state: 'published', newest: true, presidency: { by: 'Ivo' } });
    expect(await editions.get(PUBLIC, key, 1)).toMatchObject({
      state: 'published',
      presidency: { by: null },
    });
    expect(await htmlOf(1)).toContain('Mexico reported 2 of 4 commitments.');
    const answer = await app.inject({ url: `/api/editions/${key}/1/files/es/html` });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('México informó 2 de 4 compromisos.');
  });

  it('lose an approval that is taken back, as long as they are not published', async () => {
    await write();
    await finish();
    const made = await make(await editions.prepare(SECRETARIAT, { cycleKey: key }));
    const both = await approved(made);
    const withdraw = (actor: Actor, version: number) =>
      editions.withdrawApproval(actor, key, 1, version, 'presidency');
    await expect(withdraw(SECRETARIAT, both.version)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(withdraw(PRESIDENCY, both.version - 1)).rejects.toMatchObject({ code: 'stale' });
    const one = await withdraw(PRESIDENCY, both.version);
    expect([one.presidency, one.secretariat?.by, one.files]).toEqual([null, 'Bea', both.files]);
    await expect(withdraw(PRESIDENCY, one.version)).rejects.toMatchObject({ code: 'conflict' });
    await publishCycle();
    await expect(editions.publish(SECRETARIAT, key, 1, one.version)).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.objectContaining({ en: 'The Presidency has not approved it yet.' }),
    });
    const again = await editions.approve(PRESIDENCY, key, 1, one.version, 'presidency');
    const published = await editions.publish(SECRETARIAT, key, 1, again.version);
    await expect(withdraw(PRESIDENCY, published.version)).rejects.toMatchObject({
      detail: expect.objectContaining({ en: expect.stringContaining('the next edition') }),
    });
  });

  it('are corrected by the next edition, which says what changed, while the first stays as it was', async () => {
    await write();
    await finish();
    const first = await approved(await make(await editions.prepare(SECRETARIAT, { cycleKey: key })));
    await publishCycle();
    await editions.publish(SECRETARIAT, key, 1, first.version);
    const before = await htmlOf(1);
    await sections.move(SECRETARIAT, key, 'chapter-MX', 2, { to: 'draft' });
    await write('Mexico reported {{rollup:MX.coverage}} of its commitments.', MEXICAN, 3);
    await finish(4);
    await expect(editions.prepare(SECRETARIAT, { cycleKey: key })).rejects.toMatchObject({ code: 'invalid' });
    const note = { noteEn: 'A sentence is clearer.', noteEs: 'Una frase es más clara.' };
    const second = await approved(
      await make(await editions.prepare(SECRETARIAT, { cycleKey: key, ...note })),
    );
    expect(second.number).toBe(2);
    await editions.publish(SECRETARIAT, key, 2, second.version);
    expect(await htmlOf(2)).toContain('A sentence is clearer.');
    expect(await htmlOf(1)).toBe(before);
    const verified = await app.inject({
      url: `/api/public/verify?sha256=${createHash('sha256').update(before).digest('hex')}`,
    });
    expect(verified.json()).toMatchObject({
      file: {
        kind: 'annual',
        cycleKey: key,
        edition: 1,
        newer: 2,
        lang: 'en',
        format: 'html',
        place: `${key}/1`,
      },
    });
    expect((await editions.list(PUBLIC, key)).map(({ number, newest }) => [number, newest])).toEqual([
      [2, true],
      [1, false],
    ]);
    await expect(
      database.execute(`UPDATE editions SET note_en = 'x' WHERE id = $1`, [first.id]),
    ).rejects.toThrow(/not changed/);
  });

  it('lose a story whose consent is withdrawn, published ones too, and old copies are still known as theirs', async () => {
    const storyId = newId();
    const sample = snapshotSample();
    const told = {
      id: storyId,
      stateCode: 'MX',
      titleEn: 'A studio',
      titleEs: 'Un estudio',
      nameChanged: true,
    };
    const regional = [...sample.others.regional, { id: 'stories' as const, content: [told] }];
    await database.execute(
      `INSERT INTO snapshots (id, cycle_id, number, sha256, canonical, summary) SELECT $1, id, 2, $2, $3, '{}' FROM cycles WHERE key = $4`,
      [newId(), 'c'.repeat(64), JSON.stringify({ ...sample, others: { ...sample.others, regional } }), key],
    );
    const story = (withdrawnAt: Date | null) =>
      database.execute(
        `INSERT INTO stories (id, state_code, year, title_en, title_es, name_changed, updated_at, withdrawn_at)
         VALUES ($1, 'MX', 2024, 'A studio', 'Un estudio', true, now(), $2) ON CONFLICT (id) DO UPDATE SET withdrawn_at = $2`,
        [storyId, withdrawnAt],
      );
    await story(null);
    await write();
    await finish();
    const edition = await approved(await make(await editions.prepare(SECRETARIAT, { cycleKey: key })));
    await publishCycle();
    await editions.publish(SECRETARIAT, key, 1, edition.version);
    expect(await htmlOf(1)).toContain('A studio');
    const old = edition.files.find(({ lang, format }) => lang === 'en' && format === 'html')?.sha256 ?? '';
    const keys = await database.query<{ key: string }>(
      'SELECT storage_key AS key FROM edition_files WHERE edition_id = $1',
      [edition.id],
    );
    const asked = () =>
      database.query<{ run: string }>(
        `SELECT payload->>'run' AS run FROM outbox WHERE topic = 'edition.asked' AND payload->>'editionId' = $1 ORDER BY id DESC`,
        [edition.id],
      );
    const before = (await asked()).length;

    await story(new Date());
    const taken = jest.spyOn(app.get(Storage), 'delete').mockRejectedValueOnce(new Error('No answer'));
    await expect(app.get(EditionRedaction).redactAll()).rejects.toThrow('No answer');
    taken.mockRestore();
    await app.get(EditionRedaction).redactAll();
    await expect(htmlOf(1)).rejects.toMatchObject({ code: 'conflict' });
    for (const file of keys) expect(await app.get(Storage).exists(file.key)).toBe(false);
    const runs = await asked();
    expect(runs).toHaveLength(before + 1);
    for (const lang of ['en', 'es'] as const) {
      const run = { editionId: edition.id, run: runs[0]?.run ?? '', lang };
      await compose(run);
      await maker.print(run);
    }
    expect(await htmlOf(1)).not.toContain('A studio');
    expect(await app.get(FileOrigins).of(old)).toMatchObject({
      lang: 'en',
      format: 'html',
      cycleKey: key,
      snapshotNumber: 2,
      edition: 1,
      replaced: 'taken_back',
      public: true,
    });
    await app.get(EditionRedaction).redactAll();
    expect(await asked()).toHaveLength(before + 1);
  });

  it('are known by their bytes, to everybody once they are published, and drafts to nobody outside', async () => {
    const origins = app.get(FileOrigins);
    const hashOf = ({ files: made }: ReportEditionDto): string =>
      made.find(({ lang, format }) => lang === 'es' && format === 'html')?.sha256 ?? '';
    await write();
    await finish();
    const draft = hashOf(await make(await editions.prepare(SECRETARIAT, { cycleKey: key })));
    expect(await origins.of(draft)).toMatchObject({ edition: 1, replaced: null, public: false });
    expect(await origins.ofPublic(draft)).toBeUndefined();
    await sections.move(SECRETARIAT, key, 'chapter-MX', 2, { to: 'draft' });
    await write(TEXT, 'México: {{rollup:MX.coverage}}.', 3);
    await finish(4);
    const edition = await approved(await make(await editions.prepare(SECRETARIAT, { cycleKey: key })));
    await publishCycle();
    await editions.publish(SECRETARIAT, key, 1, edition.version);
    expect(await origins.ofPublic(hashOf(edition))).toMatchObject({
      edition: 1,
      replaced: null,
      newer: null,
    });
    expect(await origins.of(draft)).toMatchObject({ edition: 1, replaced: 'draft', public: false });
    const ask = (sha256: string) => app.inject({ url: `/api/public/verify?sha256=${sha256}` });
    expect((await ask(draft)).json()).toEqual({ sha256: draft, file: null });
    const told = await ask(hashOf(edition));
    expect(told.json()).toMatchObject({ file: { lang: 'es', format: 'html', place: `${key}/1` } });
    expect(told.headers['cache-control']).toBe('public, max-age=60');
    expect((await ask('f'.repeat(63))).statusCode).toBe(422);
  });

  it('leave their whole way in the trail', async () => {
    await write();
    await finish();
    const edition = await approved(await make(await editions.prepare(SECRETARIAT, { cycleKey: key })));
    await publishCycle();
    await editions.publish(SECRETARIAT, key, 1, edition.version);
    const told = async (entityId: string) =>
      (
        await database.query<{ action: string }>(
          'SELECT action FROM audit_entries WHERE entity_id = $1 ORDER BY id',
          [entityId],
        )
      ).map(({ action }) => action);
    expect(await told(`${key}/chapter-MX`)).toEqual(['report_section.save', 'report_section.move']);
    expect(new Set(await told(edition.id))).toEqual(
      new Set(['edition.prepare', 'edition.generate', 'edition.make', 'edition.approve', 'edition.publish']),
    );
  });
});
