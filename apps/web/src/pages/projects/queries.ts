import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, everyPage, type Saved, type Schemas, seen } from '~/api/client';

export type Project = Schemas['ProjectDto'];
export type ProjectSummary = Schemas['ProjectSummaryDto'];
export type ProjectInput = Schemas['ProjectInput'];

interface Looked {
  programme?: string;
  state?: string;
  q?: string;
  commitment?: string;
}

export const projectsQuery = (search: Looked) =>
  queryOptions({
    queryKey: ['projects', search],
    queryFn: () =>
      everyPage((page) => body(api.GET('/api/projects', { params: { query: { ...search, ...page } } }))),
  });

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: ['project', id],
    queryFn: () => body(api.GET('/api/projects/{id}', { params: { path: { id } } })),
  });

export const programmesQuery = queryOptions({
  queryKey: ['projects', 'programmes'],
  queryFn: () => body(api.GET('/api/projects/programmes')),
  staleTime: 60_000,
});

export const portfolioQuery = (programme: string | undefined) =>
  queryOptions({
    queryKey: ['projects', 'portfolio', programme ?? ''],
    queryFn: () =>
      body(api.GET('/api/projects/portfolio', { params: { query: programme ? { programme } : {} } })),
  });

/** Enters a project, or writes over the one that the person saw. */
export function useSaveProject(before: Project | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, seenVersion }: Saved<ProjectInput>): Promise<Project> =>
      before
        ? body(
            api.PUT('/api/projects/{id}', {
              params: { path: { id: before.id }, header: seen(seenVersion ?? before.version) },
              body: input,
            }),
          )
        : body(api.POST('/api/projects', { body: input })),
    onSuccess: () => forget(client),
  });
}

/** Adds a report on a project. */
export function useReportProject(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Schemas['ProjectReportInput']) =>
      body(api.POST('/api/projects/{id}/reports', { params: { path: { id } }, body: input })),
    onSuccess: () => forget(client),
  });
}

const forget = (client: ReturnType<typeof useQueryClient>): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['projects'] }),
    client.invalidateQueries({ queryKey: ['project'] }),
  ]);
