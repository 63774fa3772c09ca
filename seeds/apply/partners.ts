import { PartnerFiguresImport, PartnersService } from '#features/partners';
import { runAs, SYSTEM } from '#platform/http';
import { readPartnerFigures } from '../reference/index.js';
import type { SeedServices } from './seed.js';

/** Partners' sheets with their figures. Sheets that are there already are left as people keep them. */
export const seedPartners = (services: SeedServices): Promise<void> =>
  runAs(SYSTEM, async () => {
    const { items } = await services.get(PartnersService).sheets({ limit: 200 });
    const known = new Set(items.map(({ key }) => key));
    for (const row of readPartnerFigures())
      if (!known.has(row.sheet)) await services.get(PartnerFiguresImport).take(SYSTEM, row);
  });
