import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, seen } from '~/api/client';

export type Gap = Schemas['GapRowDto'];
export type Total = Schemas['TotalDto'];
export type Need = Schemas['NeedDto'];
export type Contribution = Schemas['ContributionDto'];
export type Rate = Schemas['RateDto'];

/** What is written, with the version that the person saw; 0: there was none. */
export type Written =
  | { kind: 'need'; input: Schemas['NeedInput']; version: number }
  | { kind: 'contribution'; input: Schemas['ContributionInput']; version: number }
  | { kind: 'rate'; input: Schemas['RateInput']; version: number };

interface Looked {
  year?: number;
  state?: string;
  commitment?: string;
}

export const gapsQuery = (year: number, currency: string) =>
  queryOptions({
    queryKey: ['quantification', 'gaps', year, currency],
    queryFn: () => body(api.GET('/api/quantification/gaps', { params: { query: { year, currency } } })),
  });

export const needsQuery = (query: Looked) =>
  queryOptions({
    queryKey: ['quantification', 'needs', query],
    queryFn: () => body(api.GET('/api/quantification/needs', { params: { query } })),
  });

export const contributionsQuery = (query: Looked & { supportPlatform?: boolean }) =>
  queryOptions({
    queryKey: ['quantification', 'contributions', query],
    queryFn: () => body(api.GET('/api/quantification/contributions', { params: { query } })),
  });

export const ratesQuery = queryOptions({
  queryKey: ['quantification', 'rates'],
  queryFn: () => body(api.GET('/api/quantification/rates')),
});

/** Writes a need, a contribution or a rate; whatever showed the sums is read again. */
export function useWrite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (written: Written): Promise<unknown> => {
      const params = { header: seen(written.version) };
      switch (written.kind) {
        case 'need':
          return body(api.PUT('/api/quantification/needs', { params, body: written.input }));
        case 'contribution':
          return body(api.PUT('/api/quantification/contributions', { params, body: written.input }));
        case 'rate':
          return body(api.PUT('/api/quantification/rates', { params, body: written.input }));
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['quantification'] }),
  });
}
