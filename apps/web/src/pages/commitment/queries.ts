import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';
import { KEPT } from '~/api/kept';

export type Commitment = Schemas['CommitmentHistoryDto'];
export type CommitmentVersion = Schemas['CommitmentVersionDto'];
export type UpdateSummary = Schemas['UpdateSummary'];
export type UpdateInTime = Schemas['UpdateInTime'];

/** A commitment through all plan versions that the person may see. */
export const commitmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['commitment', id],
    queryFn: () => body(api.GET('/api/commitments/{id}', { params: { path: { id } } })),
    ...KEPT,
  });

export type TimelineEvent = Schemas['TimelineEvent'];

/** Everything that happened to it, the latest first. */
export const eventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['commitment', id, 'events'],
    queryFn: () => body(api.GET('/api/commitments/{id}/timeline', { params: { path: { id } } })),
    ...KEPT,
  });

/** Its updates, newest period first. */
export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['commitment', id, 'updates'],
    queryFn: () => body(api.GET('/api/commitments/{id}/updates', { params: { path: { id } } })),
    ...KEPT,
  });

/** The commitment as the plan in force has it, else as the first of its plans does. */
export const adoptedVersion = ({ versions }: Commitment): CommitmentVersion | undefined =>
  versions.find((each) => each.planStatus === 'adopted') ?? versions[0];
