import { topic } from '#platform/outbox';

/** The files of an edition are to be made. */
export const editionAsked = topic<{ editionId: string; run: string }>('edition.asked');
