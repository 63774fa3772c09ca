import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas, seen } from '~/api/client';
import { isLive } from '~/live/is-live';

export type Edition = Schemas['ReportEditionDto'];
export type EditionFile = Schemas['EditionFileDto'];

/** How often an edition is read while its files are made and no stream tells how far they are. */
const LOOK_MS = 1_500;

/** Whether files of an edition are being made. */
export const isWorking = ({ files }: Pick<Edition, 'files'>): boolean =>
  files.some(({ state }) => state === 'queued' || state === 'running');

/** Editions of a cycle, newest first. */
export const editionsQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['editions', cycle],
    queryFn: () => body(api.GET('/api/editions', { params: { query: { cycle } } })),
    refetchInterval: ({ state }) => (state.data?.some(isWorking) && !isLive() ? LOOK_MS : false),
  });

export const editionQuery = (key: string, number: number) =>
  queryOptions({
    queryKey: ['editions', key, number],
    queryFn: () => body(api.GET('/api/editions/{key}/{number}', { params: { path: { key, number } } })),
  });

/** The published reports of all cycles. */
export const publishedEditionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: () => body(api.GET('/api/editions')),
});

/** Puts the final texts beside the newest snapshot. */
export function usePrepare(cycleKey: string) {
  return useStep((note: { noteEn: string; noteEs: string }) =>
    body(
      api.POST('/api/editions', {
        body: { cycleKey, noteEn: note.noteEn || null, noteEs: note.noteEs || null },
      }),
    ),
  );
}

/** Whether every file of an edition is there, as far as the tracker knows without a look into the storage. */
export const isMade = ({ files }: Pick<Edition, 'files'>): boolean =>
  files.length > 0 && files.every(({ state }) => state === 'done');

/** What can be done to an edition; when it is published, to its files alone. */
export type Step =
  | 'generate'
  | 'cancel'
  | 'presidency'
  | 'presidencyBack'
  | 'secretariat'
  | 'secretariatBack'
  | 'publish';

export function useEditionStep() {
  return useStep(({ edition, step }: { edition: Edition; step: Step }) => {
    const path = { key: edition.cycleKey, number: edition.number };
    const header = seen(edition.version);
    switch (step) {
      case 'generate':
        return body(api.POST('/api/editions/{key}/{number}/generate', { params: { path } }));
      case 'cancel':
        return body(api.POST('/api/editions/{key}/{number}/cancel', { params: { path } }));
      case 'presidency':
        return body(
          api.POST('/api/editions/{key}/{number}/approvals/presidency', { params: { path, header } }),
        );
      case 'secretariat':
        return body(
          api.POST('/api/editions/{key}/{number}/approvals/secretariat', { params: { path, header } }),
        );
      case 'presidencyBack':
        return body(
          api.DELETE('/api/editions/{key}/{number}/approvals/presidency', { params: { path, header } }),
        );
      case 'secretariatBack':
        return body(
          api.DELETE('/api/editions/{key}/{number}/approvals/secretariat', { params: { path, header } }),
        );
      case 'publish':
        return body(api.POST('/api/editions/{key}/{number}/publish', { params: { path, header } }));
    }
  });
}

function useStep<Asked>(mutationFn: (asked: Asked) => Promise<Edition>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: ['editions'] }),
  });
}

export const fileUrl = (
  edition: Pick<Edition, 'cycleKey' | 'number'>,
  file: Pick<EditionFile, 'lang' | 'format'>,
): string =>
  `/api/editions/${encodeURIComponent(edition.cycleKey)}/${edition.number}/files/${file.lang}/${file.format}`;
