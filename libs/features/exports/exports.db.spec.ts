import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#platform/clock';
import { newId } from '#platform/database';
import { runAs } from '#platform/http';
import { seededRegion } from '../../../test/factories/plans.js';
import { auditService, type TestDatabase } from '../../../test/harness/index.js';
import { DATASETS, NOT_EXPORTED } from './datasets.js';
import { type ExportManifest, ExportsService } from './exports.service.js';

describe('The export of all data', () => {
  const clock = new FixedClock(new Date('2024-11-20T15:00:00Z'));
  let db: TestDatabase;
  let parent: string;
  let folder: string;
  let manifest: ExportManifest;

  beforeAll(async () => {
    ({ db } = await seededRegion());
    await runAs({ userId: newId(), name: 'Ana Pérez', roles: [] }, () =>
      db.database.transaction(() =>
        auditService(db.database, clock).record({
          action: 'user.create',
          entity: 'user',
          entityId: newId(),
          after: { lang: 'es' },
        }),
      ),
    );
    parent = await mkdtemp(join(tmpdir(), 'mirps-export-'));
    folder = join(parent, 'all');
    manifest = await new ExportsService(db.database, clock).writeAll(folder);
  });
  afterAll(async () => {
    await db.close();
    await rm(parent, { recursive: true, force: true });
  });

  const json = async (name: string): Promise<Record<string, unknown>[]> =>
    JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as Record<string, unknown>[];

  it('has every table but those that stay inside', async () => {
    const tables = await db.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    expect([...DATASETS.map(({ name }) => name), ...NOT_EXPORTED].sort()).toEqual(
      tables.map(({ name }) => name),
    );
  });

  it('says of each file how many rows it has and what its hash is', async () => {
    expect((await readdir(folder)).sort()).toEqual(
      [...manifest.files.map(({ file }) => file), 'manifest.json'].sort(),
    );
    for (const { file, sha256, bytes } of manifest.files) {
      const content = await readFile(join(folder, file));
      expect([file, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([
        file,
        bytes,
        sha256,
      ]);
    }
    const rows = (file: string) => manifest.files.find((each) => each.file === file)?.rows;
    expect(await json('commitments')).toHaveLength(7 * 33);
    expect([rows('commitments.csv'), rows('commitments.json')]).toEqual([7 * 33, 7 * 33]);
  });

  it('names nobody', async () => {
    const [entry] = (await json('audit_entries')).filter(({ action }) => action === 'user.create');
    expect(entry?.after).toEqual({ lang: 'es' });
    expect(await readFile(join(folder, 'audit_entries.csv'), 'utf8')).not.toContain('Ana Pérez');
  });

  it('does not touch a folder that holds something', async () => {
    await expect(new ExportsService(db.database, clock).writeAll(folder)).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
