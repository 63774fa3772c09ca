import type { Database } from '#platform/database';
import type { GapRowDto } from './quantification.dto.js';
import { GAPS } from './quantification.queries.js';
import { gapOf, type Money, type StatedRate, totalIn } from './quantification.rules.js';

interface Sums extends Record<string, unknown> {
  scope: GapRowDto['scope'];
  key: string | null;
  quantified: number;
  sums: (Money & { kind: 'own' | 'sought' | 'funded' | 'announced' })[];
  rates: StatedRate[];
}

/** The gap of the region, of each State and of each shared area in a year, in one currency, by the rates of its last day. */
export async function gapsOf(database: Database, year: number, currency: string): Promise<GapRowDto[]> {
  const day = `${year}-12-31`;
  const rows = await database.jsonRows<Sums>(GAPS, [year], 'quantification_gaps');
  return rows.map(({ scope, key, quantified, sums, rates }) => {
    const of = (kind: Sums['sums'][number]['kind']): Money[] => sums.filter((sum) => sum.kind === kind);
    return {
      ...{ scope, key, quantified },
      ownResources: totalIn(currency, of('own'), rates, day),
      announced: totalIn(currency, of('announced'), rates, day),
      ...gapOf(currency, of('sought'), of('funded'), rates, day),
    };
  });
}
