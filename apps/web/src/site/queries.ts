import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type Edition = Schemas['EditionDto'];
export type PublicState = Schemas['PublicStateDto'];
export type PublicCommitment = Schemas['PublicCommitmentDto'];

const byCycle = (cycle: string | undefined) => (cycle ? { cycle } : {});

/** What was published, newest first, with how to cite it and the terms of use. */
export const publicationsQuery = queryOptions({
  queryKey: ['public', 'editions'],
  queryFn: () => body(api.GET('/api/public/editions')),
});

export const publicRegionQuery = (cycle: string | undefined) =>
  queryOptions({
    queryKey: ['public', 'region', cycle ?? ''],
    queryFn: () => body(api.GET('/api/public/region', { params: { query: byCycle(cycle) } })),
  });

export const publicStateQuery = (code: string, cycle: string | undefined) =>
  queryOptions({
    queryKey: ['public', 'state', code, cycle ?? ''],
    queryFn: () =>
      body(api.GET('/api/public/states/{code}', { params: { path: { code }, query: byCycle(cycle) } })),
  });
