import type { EntityClass } from '#platform/database';
import { Area } from './area.entity.js';
import { Institution } from './institution.entity.js';
import { Presidency } from './presidency.entity.js';
import { State } from './state.entity.js';

export { Area, Institution, Presidency, State };
export * from './state.vocabulary.js';

/** Tables of this room. */
export const statesEntities: EntityClass[] = [State, Presidency, Area, Institution];
