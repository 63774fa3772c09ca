import type { EntityClass } from '#platform/database';
import { SearchText } from './search-text.entity.js';

export { SearchModule } from './search.module.js';

/** Tables of this room. */
export const searchEntities: EntityClass[] = [SearchText];
