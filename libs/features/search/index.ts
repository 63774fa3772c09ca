import type { EntityClass } from '#platform/database';
import { SearchText } from './search-text.entity.js';

export { SearchJobsModule, settleWords } from './search.jobs.js';
export { SearchModule } from './search.module.js';
export { SearchWords } from './search-words.service.js';

/** Tables of this room. */
export const searchEntities: EntityClass[] = [SearchText];
