import { tellLive } from '#features/live';
import type { Database } from '#platform/database';
import { topic } from '#platform/outbox';

/** Somebody asked for a report, or it must be made again. */
export const reportRequested = topic<{ reportId: string; run: string }>('report.requested');

/** A report is there, or could not be made and nobody tries again. */
export const reportFinished = topic<{ reportId: string; made: boolean }>('report.finished');

/** Open pages of those who see reports being made read this one anew. */
export const tellReportPages = (database: Database, key: string): void =>
  tellLive(database, { topic: 'report', key, for: { may: 'report.read', from: 'submitted' } });
