import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { newId } from '#platform/database';
import type { Actor, Upload } from '#platform/http';
import { openStorage, ReceivedFiles, VirusScanner } from '#platform/storage';
import { content, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { auditService } from '../../../test/harness/index.js';
import { EvidenceFilesService } from './evidence-files.service.js';
import { ProgressAccess } from './progress.access.js';

const MB = 1024 * 1024;
const CYCLE = '2024-annual';

describe('the files of evidence', () => {
  let region: Region;
  let files: EvidenceFilesService;
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));

  beforeAll(async () => {
    region = await regionWithPlan();
    const { database } = region.db;
    const { clock } = region.rooms;
    const storage = openStorage(`file://${folder}`);
    files = new EvidenceFilesService(
      database,
      storage,
      new ReceivedFiles(storage, new VirusScanner(), database),
      auditService(database, clock),
      new ProgressAccess(new AccessService(), clock),
    );
  });
  afterAll(async () => {
    await region.db.close();
    rmSync(folder, { recursive: true });
  });

  const pdf = (bytes = 20, name = 'Acta.pdf'): Upload => ({
    read: () =>
      Promise.resolve({ name, bytes: Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(bytes - 9)]) }),
  });
  const send = (n: number, upload = pdf(), actor: Actor = region.cast.focal) =>
    files.upload(actor, region.commitment(n), CYCLE, upload);
  const naming = (n: number, ...ids: string[]) =>
    content(region.commitment(n), {
      evidence: ids.map((fileId) => ({ titleEs: 'Acta', kind: 'file' as const, fileId })),
    });
  const mayOpen = async (actor: Actor, id: string): Promise<boolean> => {
    try {
      (await files.open(actor, id)).content.destroy();
      return true;
    } catch {
      return false;
    }
  };
  const inStorage = (): number => readdirSync(join(folder, 'evidence')).length;
  const unnamed = (id: string) =>
    region.db.database.one<{ since: Date | null }>(
      'SELECT unnamed_since AS since FROM evidence_files WHERE id = $1',
      [id],
    );

  it('are there before the update is, for who writes it alone', async () => {
    const { cast } = region;
    const file = await send(1, pdf(20, 'Acta de <apertura>.exe'));
    expect(file).toEqual({
      id: file.id,
      name: 'Acta de <apertura>.pdf',
      contentType: 'application/pdf',
      bytes: 20,
    });
    const opened = await files.open(cast.coordinator, file.id);
    expect(await text(opened.content)).toContain('%PDF-1.7');
    expect(JSON.stringify([file, opened.file])).not.toMatch(/evidence\/|storage/);
    for (const actor of [cast.otherFocal, cast.neighbour, cast.presidency, cast.secretariat, PUBLIC])
      await expect(files.open(actor, file.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('show as their update does, and stay with a correction', async () => {
    const { cast, rooms, commitment, db } = region;
    const file = await send(1);
    const { id } = await rooms.progress.createDraft(cast.focal, naming(1, file.id));
    const seen = (await rooms.details.get(cast.focal, id)).evidence;
    expect(seen).toMatchObject([{ kind: 'file', titleEs: 'Acta', titleEn: null, url: null, file }]);
    expect(JSON.stringify(seen)).not.toContain('storage');
    const readers = (): Promise<boolean[]> =>
      Promise.all(
        [cast.otherFocal, cast.presidency, cast.neighbour, PUBLIC].map((actor) => mayOpen(actor, file.id)),
      );
    expect(await readers()).toEqual([false, false, false, false]);
    await rooms.progress.submit(cast.focal, id);
    expect(await readers()).toEqual([true, true, false, false]);
    await rooms.progress.approve(cast.coordinator, id);
    const next = await rooms.progress.startRevision(cast.coordinator, id, 'A number was wrong');
    expect((await rooms.details.get(cast.coordinator, next.id)).evidence).toMatchObject([
      { fileId: file.id },
    ]);
    const [first, second] = [await send(1), await send(1)];
    await rooms.progress.save(cast.focal, next.id, 1, naming(1, first.id));
    await db.database.execute(`UPDATE updates SET review_state = 'published' WHERE id = $1`, [id]);
    expect(await readers()).toEqual([true, true, true, true]);
    expect([await mayOpen(PUBLIC, first.id), await mayOpen(PUBLIC, second.id)]).toEqual([false, false]);
    expect(await unnamed(file.id)).toEqual({ since: null });
    await expect(files.remove(cast.focal, file.id)).rejects.toMatchObject({ code: 'conflict' });
    expect(commitment(1)).not.toBe('');
  });

  it('are of one commitment in one cycle, and of no fact', async () => {
    const { cast, rooms } = region;
    const foreign = await send(2);
    for (const wrong of [foreign.id, newId()])
      await expect(rooms.progress.createDraft(cast.focal, naming(3, wrong))).rejects.toMatchObject({
        fields: [{ field: 'evidence[0].fileId' }],
      });
    const evidence = [{ titleEn: 'Minutes', kind: 'file' as const, fileId: foreign.id }];
    const fact = { kind: 'narrative' as const, textEn: 'So it is', evidence };
    await expect(
      rooms.progress.createDraft(cast.focal, { ...content(region.commitment(3)), facts: [fact] }),
    ).rejects.toMatchObject({ fields: [{ field: 'facts[0].evidence[0].kind' }] });
    const lacking = [{ kind: 'file' as const }, { kind: 'link' as const, titleEn: ' ' }];
    await expect(
      rooms.progress.createDraft(cast.focal, { ...content(region.commitment(3)), evidence: lacking }),
    ).rejects.toMatchObject({
      fields: ['evidence[0].titleEn', 'evidence[0].fileId', 'evidence[1].titleEn', 'evidence[1].url'].map(
        (field) => ({ field }),
      ),
    });
  });

  it('are taken while the update can be written, by who may write it', async () => {
    const { cast, rooms, commitment } = region;
    for (const [actor, code] of [
      [cast.otherFocal, 'forbidden'],
      [cast.neighbour, 'forbidden'],
      [PUBLIC, 'forbidden'],
    ] as const)
      await expect(send(2, pdf(), actor)).rejects.toMatchObject({ code });
    await expect(files.upload(cast.focal, newId(), CYCLE, pdf())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(files.upload(cast.focal, commitment(2), '2031-annual', pdf())).rejects.toMatchObject({
      code: 'not_found',
    });
    const { id } = await rooms.progress.createDraft(cast.focal, content(commitment(2)));
    await rooms.progress.submit(cast.focal, id);
    const before = inStorage();
    await expect(send(2)).rejects.toMatchObject({ code: 'conflict' });
    const page = { read: () => Promise.resolve({ name: 'a.pdf', bytes: Buffer.from('<html><script>') }) };
    await expect(send(3, page)).rejects.toMatchObject({ fields: [{ field: 'file' }] });
    expect(inStorage()).toBe(before);
  });

  it('can be taken back until an update names them', async () => {
    const { cast, rooms } = region;
    const [kept, away] = [await send(3), await send(3)];
    const before = inStorage();
    await expect(files.remove(cast.otherFocal, away.id)).rejects.toMatchObject({ code: 'not_found' });
    await files.remove(cast.focal, away.id);
    expect(inStorage()).toBe(before - 1);
    expect(await mayOpen(cast.focal, away.id)).toBe(false);
    const { id } = await rooms.progress.createDraft(cast.focal, naming(3, kept.id));
    expect(await unnamed(kept.id)).toEqual({ since: null });
    await rooms.progress.save(cast.focal, id, 1, naming(3));
    expect(await unnamed(kept.id)).toEqual({ since: expect.any(Date) });
    // Somebody who wrote over an older version, and wants it all the same.
    await rooms.progress.save(cast.focal, id, 2, naming(3, kept.id));
    expect(await unnamed(kept.id)).toEqual({ since: null });
  });

  it('have bounds in number and size, also when they come at once', async () => {
    const { cast } = region;
    const of = (bytes: number) => send(4, pdf(bytes), cast.otherFocal);
    for (let i = 0; i < 4; i += 1) await of(24 * MB);
    await expect(of(5 * MB)).rejects.toMatchObject({ code: 'conflict' });
    const before = inStorage();
    const answers = await Promise.allSettled(Array.from({ length: 18 }, () => of(100)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    expect(inStorage()).toBe(before + 16);
  });
});
