import { tellLive } from '#features/live';
import type { Database } from '#platform/database';
import { topic } from '#platform/outbox';

/** The files of an edition are to be made. */
export const editionAsked = topic<{ editionId: string; run: string }>('edition.asked');

/** The Secretariat gave a section back with a note. */
export const sectionReturned = topic<{ cycleId: string; key: string }>('report_section.returned');

/** Open pages of those who see editions in preparation read them anew. */
export const tellEditionPages = (database: Database): void =>
  tellLive(database, { topic: 'edition', for: { may: 'edition.read', from: 'submitted' } });
