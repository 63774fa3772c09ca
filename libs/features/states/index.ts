import type { EntityClass } from '#platform/database';
import { Area } from './area.entity.js';
import { Institution } from './institution.entity.js';
import { Presidency } from './presidency.entity.js';
import { State } from './state.entity.js';
import { Term } from './term.entity.js';

export { Area, Institution, Presidency, State, Term };
export * from './state.vocabulary.js';
export type * from './state.content.js';
export { AreaDto, InstitutionDto, PresidencyDto, StateDto, TermDto } from './state.dto.js';
export { StatesService } from './states.service.js';
export { InstitutionsService } from './institutions.service.js';
export { institutionsImport } from './institution.import.js';
export { ReferenceService } from './reference.service.js';
export { StatesModule } from './states.module.js';

/** Tables of this room. */
export const statesEntities: EntityClass[] = [State, Presidency, Area, Institution, Term];
