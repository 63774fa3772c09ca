import type { Schedule } from '#platform/queue';

/** All schedules of the product, each with its time zone. */
export const schedules: Schedule[] = [];
