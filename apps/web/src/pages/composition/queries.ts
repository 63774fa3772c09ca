import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, seen } from '~/api/client';

export type SectionRow = Schemas['SectionRowDto'];
export type Section = Schemas['SectionDto'];
export type Problem = Schemas['TextProblemDto'];
export type Preview = Schemas['PreviewDto'];
export type Texts = Schemas['SectionTextsBody'];
export type Lang = Problem['lang'];

export const compositionQuery = (key: string) =>
  queryOptions({
    queryKey: ['composition', key],
    queryFn: () => body(api.GET('/api/compositions/{key}', { params: { path: { key } } })),
  });

export const sectionQuery = (key: string, section: string) =>
  queryOptions({
    queryKey: ['composition', key, section],
    queryFn: () =>
      body(api.GET('/api/compositions/{key}/sections/{section}', { params: { path: { key, section } } })),
  });

/** The texts with their figures, as the server has them now; the last answer stays until the next one is there. */
export const previewQuery = (key: string, section: string, texts: Texts) =>
  queryOptions({
    queryKey: ['composition', key, section, 'preview', texts],
    queryFn: ({ signal }) =>
      body(
        api.POST('/api/compositions/{key}/sections/{section}/preview', {
          params: { path: { key, section } },
          body: texts,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

/** @param state only its figures; empty: those of all */
export const referencesQuery = (key: string, q: string, state: string) =>
  queryOptions({
    queryKey: ['composition', key, 'references', q, state],
    queryFn: () =>
      body(
        api.GET('/api/compositions/{key}/references', {
          params: { path: { key }, query: state ? { q, state } : { q } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** @param newest version of the section: the list is another one with each */
export const versionsQuery = (key: string, section: string, newest: number) =>
  queryOptions({
    queryKey: ['composition', key, section, 'versions', newest],
    queryFn: () =>
      body(
        api.GET('/api/compositions/{key}/sections/{section}/versions', {
          params: { path: { key, section } },
        }),
      ),
  });

export const comparisonQuery = (key: string, section: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['composition', key, section, 'comparison', from, to],
    queryFn: () =>
      body(
        api.GET('/api/compositions/{key}/sections/{section}/comparison', {
          params: { path: { key, section }, query: { from, to } },
        }),
      ),
  });

export const suggestionOf = (key: string, section: string): Promise<Texts> =>
  body(
    api.GET('/api/compositions/{key}/sections/{section}/suggestion', { params: { path: { key, section } } }),
  );

/** Stores both texts over the version that the writer saw. */
export const saveTexts = (key: string, section: string, version: number, texts: Texts): Promise<Section> =>
  body(
    api.PUT('/api/compositions/{key}/sections/{section}', {
      params: { path: { key, section }, header: seen(version) },
      body: texts,
    }),
  );

/** A state that a section can be brought into. */
export type NextState = Schemas['SectionStateBody']['to'];

/** Hands a section in, takes it back, gives it back with a note, or says that it is final. */
export function useMove(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      section,
      version,
      to,
      note = null,
    }: {
      section: string;
      version: number;
      to: NextState;
      note?: string | null;
    }) =>
      body(
        api.PUT('/api/compositions/{key}/sections/{section}/state', {
          params: { path: { key, section }, header: seen(version) },
          body: { to, note },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['composition', key] }),
  });
}

/** Says who answers for a section. */
export function useAssign(key: string, { key: section, version }: SectionRow) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (owner: Schemas['SectionOwnerBody']) =>
      body(
        api.PUT('/api/compositions/{key}/sections/{section}/owner', {
          params: { path: { key, section }, header: seen(version) },
          body: owner,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['composition', key] }),
  });
}
