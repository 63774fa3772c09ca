import { topic } from '#platform/outbox';

/** Somebody asked for a report, or it must be made again. */
export const reportRequested = topic<{ reportId: string }>('report.requested');
