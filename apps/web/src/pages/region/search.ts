import { isMeasure, type Measure } from './measures';

export interface RegionSearch {
  cycle?: string;
  /** What the cells and the map show; absent: the mean over commitments. */
  show?: Exclude<Measure, 'mean'>;
}

export const regionSearchOf = (search: Record<string, unknown>): RegionSearch => ({
  ...(typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {}),
  ...(isMeasure(search['show']) && search['show'] !== 'mean' ? { show: search['show'] } : {}),
});
