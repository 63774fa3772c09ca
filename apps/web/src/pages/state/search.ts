export interface StateSearch {
  cycle?: string;
  /** Only the commitments of this area. */
  area?: string;
}

export const stateSearchOf = (search: Record<string, unknown>): StateSearch => ({
  ...(typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {}),
  ...(typeof search['area'] === 'string' ? { area: search['area'] } : {}),
});
