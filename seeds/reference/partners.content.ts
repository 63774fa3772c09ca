import type { PartnerFigureRow } from '#features/partners';

/** A figure with the sheet that it stands in, as a file of partners' figures has it. */
export type PartnerFigureSeed = PartnerFigureRow;
