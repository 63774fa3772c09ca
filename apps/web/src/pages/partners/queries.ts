import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, everyPage, type Schemas, seen } from '~/api/client';
import type { PartnerSearch } from './route';

export type PartnerSheet = Schemas['PartnerSheetDto'];
export type PartnerSheetSummary = Schemas['PartnerSheetSummaryDto'];
export type PartnerSheetInput = Schemas['PartnerSheetInput'];
export type PartnerFigure = Schemas['PartnerFigureDto'];
export type PartnerFigureInput = Schemas['PartnerFigureInput'];

export const partnerSheetsQuery = ({ year, ...search }: PartnerSearch) =>
  queryOptions({
    queryKey: ['partners', 'sheets', search, year ?? ''],
    queryFn: () =>
      everyPage((page) =>
        body(
          api.GET('/api/partner-sheets', {
            params: { query: { ...search, ...(year ? { year: Number(year) } : {}), ...page } },
          }),
        ),
      ),
  });

export const partnerSheetQuery = (id: string) =>
  queryOptions({
    queryKey: ['partners', 'sheet', id],
    queryFn: () => body(api.GET('/api/partner-sheets/{id}', { params: { path: { id } } })),
  });

export const partnerFiguresQuery = (query: { commitment?: string; indicator?: string }) =>
  queryOptions({
    queryKey: ['partners', 'figures', query],
    queryFn: () =>
      everyPage((page) =>
        body(api.GET('/api/partner-figures', { params: { query: { ...query, ...page } } })),
      ),
  });

/** Enters a sheet, or writes over the one that the person saw. */
export function useSaveSheet(before: PartnerSheet | undefined) {
  return useForgetting((input: PartnerSheetInput) =>
    before
      ? body(
          api.PUT('/api/partner-sheets/{id}', {
            params: { path: { id: before.id }, header: seen(before.version) },
            body: input,
          }),
        )
      : body(api.POST('/api/partner-sheets', { body: input })),
  );
}

/** Adds a figure to the sheet that the person saw, or replaces one of it. */
export function useSaveFigure({ id, version }: PartnerSheet, figure: PartnerFigure | undefined) {
  const header = seen(version);
  return useForgetting((input: PartnerFigureInput) =>
    figure
      ? body(
          api.PUT('/api/partner-sheets/{id}/figures/{figureId}', {
            params: { path: { id, figureId: figure.id }, header },
            body: input,
          }),
        )
      : body(api.POST('/api/partner-sheets/{id}/figures', { params: { path: { id }, header }, body: input })),
  );
}

/** Takes a figure out of the sheet that the person saw. */
export const useRemoveFigure = ({ id, version }: PartnerSheet) =>
  useForgetting((figureId: string) =>
    body(
      api.DELETE('/api/partner-sheets/{id}/figures/{figureId}', {
        params: { path: { id, figureId }, header: seen(version) },
      }),
    ),
  );

function useForgetting<Input>(write: (input: Input) => Promise<PartnerSheet>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => client.invalidateQueries({ queryKey: ['partners'] }),
  });
}
