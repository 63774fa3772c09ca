import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, everyPage, type Schemas, seen } from '~/api/client';

export type Activity = Schemas['TeamActivityDto'];
export type TeamUpdate = Schemas['TeamUpdateDetail'];
export type TeamUpdateBody = Schemas['TeamUpdateBody'];

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: () => body(api.GET('/api/teams')),
});

export const teamQuery = (key: string) =>
  queryOptions({
    queryKey: ['team', key],
    queryFn: () => body(api.GET('/api/teams/{key}', { params: { path: { key } } })),
  });

export const teamYearQuery = (key: string, year: number) =>
  queryOptions({
    queryKey: ['team', key, 'year', year],
    queryFn: () => body(api.GET('/api/teams/{key}/years/{year}', { params: { path: { key, year } } })),
  });

interface ActivityFilter {
  team?: string;
  year?: number;
  commitment?: string;
  pledge?: string;
}

export const activitiesQuery = (filter: ActivityFilter) =>
  queryOptions({
    queryKey: ['team-activities', filter],
    queryFn: () =>
      everyPage((page) =>
        body(api.GET('/api/team-activities', { params: { query: { ...filter, ...page } } })),
      ),
  });

export const activityQuery = (id: string) =>
  queryOptions({
    queryKey: ['team-activities', id],
    queryFn: () => body(api.GET('/api/team-activities/{id}', { params: { path: { id } } })),
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['team-session', id],
    queryFn: () => body(api.GET('/api/team-sessions/{id}', { params: { path: { id } } })),
  });

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['team-product', id],
    queryFn: () => body(api.GET('/api/team-products/{id}', { params: { path: { id } } })),
  });

export const sessionsQuery = (team: string, year: number) =>
  queryOptions({
    queryKey: ['team', team, 'sessions', year],
    queryFn: () => body(api.GET('/api/team-sessions', { params: { query: { team, year } } })),
  });

export const productsQuery = (team: string, year: number) =>
  queryOptions({
    queryKey: ['team', team, 'products', year],
    queryFn: () => body(api.GET('/api/team-products', { params: { query: { team, year } } })),
  });

export const teamUpdatesQuery = (filter: { team?: string; cycle?: string; reviewState?: 'submitted' }) =>
  queryOptions({
    queryKey: ['team-updates', filter],
    queryFn: () => body(api.GET('/api/team-updates', { params: { query: { ...filter, limit: 50 } } })),
  });

export const teamUpdateQuery = (id: string) =>
  queryOptions({
    queryKey: ['team-update', id],
    queryFn: () => body(api.GET('/api/team-updates/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  });

export const teamRollupQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['team-rollup', cycle],
    queryFn: () => body(api.GET('/api/teams/rollup', { params: { query: { cycle } } })),
    enabled: cycle !== '',
  });

export type TeamStep =
  | { step: 'approve' }
  | { step: 'submit' }
  | { step: 'return'; reason: string }
  | { step: 'revise'; reason: string };

/** Moves a team update on; whatever showed it is read again. */
export function useTeamStep(id: string) {
  const forget = useForget();
  return useMutation({
    mutationFn: (step: TeamStep): Promise<TeamUpdate> => {
      const params = { path: { id } };
      switch (step.step) {
        case 'approve':
          return body(api.POST('/api/team-updates/{id}/approve', { params }));
        case 'submit':
          return body(api.POST('/api/team-updates/{id}/submit', { params }));
        case 'return':
          return body(api.POST('/api/team-updates/{id}/return', { params, body: { reason: step.reason } }));
        case 'revise':
          return body(
            api.POST('/api/team-updates/{id}/revisions', { params, body: { reason: step.reason } }),
          );
      }
    },
    onSuccess: forget,
  });
}

interface Writing {
  draft: TeamUpdateBody;
  submit: boolean;
  /** The version that the person saw; of the one stored now after a conflict. */
  before: { id: string; version: number } | undefined;
  /** Told as soon as it is stored, also when handing it in is then refused. */
  onSaved: (saved: TeamUpdate) => void;
}

/** Saves a team's update of a cycle, and hands it in if asked. */
export function useSaveTeamUpdate(teamKey: string, cycleKey: string) {
  const forget = useForget();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, submit, before, onSaved }: Writing): Promise<TeamUpdate> => {
      const saved = before
        ? await body(
            api.PUT('/api/team-updates/{id}', {
              params: { path: { id: before.id }, header: seen(before.version) },
              body: draft,
            }),
          )
        : await body(api.POST('/api/team-updates', { body: { ...draft, teamKey, cycleKey } }));
      client.setQueryData(teamUpdateQuery(saved.id).queryKey, saved);
      onSaved(saved);
      return submit
        ? body(api.POST('/api/team-updates/{id}/submit', { params: { path: { id: saved.id } } }))
        : saved;
    },
    onSuccess: forget,
  });
}

/** Everything about teams is read again. */
export function useForget() {
  const client = useQueryClient();
  return () => Promise.all(TEAM_KEYS.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

const TEAM_KEYS = [
  ...['teams', 'team', 'team-activities', 'team-session', 'team-product'],
  ...['team-updates', 'team-update', 'team-rollup'],
];
