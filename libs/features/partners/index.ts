import type { EntityClass } from '#platform/database';
import { PartnerFigure, PartnerFigureCommitment, PartnerFigureIndicator } from './partner-figure.entity.js';
import { PartnerSheet } from './partner-sheet.entity.js';

export * from './partner.vocabulary.js';
export { type PartnerFigureRow, partnerFiguresImport } from './partner-figures.import.js';
export { PartnerFiguresImport } from './partner-figures-import.service.js';
export { PartnerSection } from './partner-section.js';
export { PartnersModule } from './partners.module.js';
export { PartnersService } from './partners.service.js';

/** Tables of this room. */
export const partnersEntities: EntityClass[] = [
  PartnerSheet,
  PartnerFigure,
  PartnerFigureCommitment,
  PartnerFigureIndicator,
];
