import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditService } from '#features/audit';
import { ReportMaker } from '#features/reports';
import { type SnapshotContent, SnapshotsService } from '#features/rollups';
import { StoryPictures } from '#features/stories';
import { SystemClock } from '#platform/clock';
import { Config, loadConfig } from '#platform/config';
import { Database, newId } from '#platform/database';
import { createLogger } from '#platform/log';
import { Outbox } from '#platform/outbox';
import { Storage } from '#platform/storage';
import { createApi } from '../../apps/api/create-api.js';
import { testDatabase } from '../harness/index.js';

export const SNAPSHOT_SHA = 'b'.repeat(64);
const log = createLogger('silent', 'test');

/** The API on a database and a storage of its own, with what the worker makes reports by. */
export interface ReportDesk {
  app: NestFastifyApplication;
  database: Database;
  maker: ReportMaker;
  /** Makes a report as it was asked for last, as the worker does. @param last whether nobody will try again */
  make(reportId: string): Promise<void>;
  /** What happens when nobody tries again. */
  giveUp(reportId: string, error: unknown): Promise<void>;
  /** Where the file of a finished report is stored. */
  fileOf(reportId: string): Promise<string>;
  /** Freezes a content as the only snapshot of an annual cycle of its own. */
  snapshotOf(year: number, content: SnapshotContent, state?: string): Promise<string>;
  close(): Promise<void>;
}

export async function reportDesk(): Promise<ReportDesk> {
  const test = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'mirps-reports-'));
  const config = {
    DATABASE_URL: test.url,
    MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957',
    LOG_LEVEL: 'silent',
    STORAGE_URL: `file://${folder}`,
  };
  const app = await createApi(loadConfig(config), log);
  await app.getHttpAdapter().getInstance().ready();
  const database = app.get(Database);
  const maker = new ReportMaker(
    database,
    new SystemClock(),
    app.get(AuditService),
    app.get(Outbox),
    app.get(SnapshotsService),
    app.get(Storage),
    app.get(Config),
    app.get(StoryPictures),
    log,
  );
  const snapshotOf = async (year: number, content: SnapshotContent, state = 'endorsed'): Promise<string> => {
    const [cycleId, id] = [newId(), newId()];
    await database.execute(
      `INSERT INTO cycles (id, key, year, kind, state, facts_from, facts_to, opens_on, due_on, review_by_on, cutoff_on)
       VALUES ($1, $2, $3, 'annual', $4, '2024-01-01', '2024-09-30', '2024-08-15', '2024-10-04', '2024-10-18', '2024-10-31')`,
      [cycleId, `${year}-annual`, year, state],
    );
    await database.execute(
      `INSERT INTO snapshots (id, cycle_id, number, sha256, canonical, summary) VALUES ($1, $2, 1, $3, $4, '{}')`,
      [id, cycleId, SNAPSHOT_SHA, JSON.stringify(content)],
    );
    return id;
  };
  const row = async (reportId: string): Promise<{ run: string; key: string | null }> => {
    const found = await database.one<{ run: string; key: string | null }>(
      'SELECT run, storage_key AS key FROM reports WHERE id = $1',
      [reportId],
    );
    if (!found) throw new Error(`There is no report ${reportId}`);
    return found;
  };
  const make = async (reportId: string): Promise<void> =>
    maker.make({ reportId, run: (await row(reportId)).run });
  const giveUp = async (reportId: string, error: unknown): Promise<void> =>
    maker.giveUp({ reportId, run: (await row(reportId)).run }, error);
  const fileOf = async (reportId: string): Promise<string> => (await row(reportId)).key ?? '';
  const close = async (): Promise<void> => {
    await app.close();
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, database, maker, make, giveUp, fileOf, snapshotOf, close };
}
