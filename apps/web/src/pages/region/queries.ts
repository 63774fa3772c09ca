import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type Matrix = Schemas['MatrixDto'];
export type Cell = Schemas['RollupCellDto'];

/** The stored rollups of a cycle, State x area with totals. */
export const matrixQuery = (cycleKey: string) =>
  queryOptions({
    queryKey: ['matrix', cycleKey],
    queryFn: () => body(api.GET('/api/rollups/{key}/matrix', { params: { path: { key: cycleKey } } })),
    enabled: cycleKey !== '',
  });
