import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type StageMoves = Schemas['StageMovesDto'];
export type StageMove = StageMoves['items'][number];

/** Which commitments changed their stage since the cycles before, of one State or of all that the person may see. */
export const movesQuery = (key: string, state?: string) =>
  queryOptions({
    queryKey: ['matrix', key, 'moves', state ?? ''],
    queryFn: () =>
      body(api.GET('/api/rollups/{key}/moves', { params: { path: { key }, query: state ? { state } : {} } })),
    enabled: key !== '',
  });
