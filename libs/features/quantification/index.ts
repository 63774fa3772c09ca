import type { EntityClass } from '#platform/database';
import { Contribution, ExchangeRate, Need, StatedGap } from './quantification.entities.js';

export * from './quantification.rules.js';
export { quantificationImport } from './quantification.import.js';
export { QuantificationModule } from './quantification.module.js';
export { QuantificationSection, type StatedGapContent } from './quantification-section.service.js';
export { QuantificationService } from './quantification.service.js';

/** Tables of this room. */
export const quantificationEntities: EntityClass[] = [ExchangeRate, Need, Contribution, StatedGap];
