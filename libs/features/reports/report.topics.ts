import { topic } from '#platform/outbox';

/** Somebody asked for a report, or it must be made again. */
export const reportRequested = topic<{ reportId: string }>('report.requested');

/** A report is there, or could not be made and nobody tries again. */
export const reportFinished = topic<{ reportId: string; made: boolean }>('report.finished');
