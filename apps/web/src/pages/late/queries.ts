import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type LateCommitments = Schemas['LateCommitmentsDto'];
export type LateCommitment = LateCommitments['items'][number];
export type ReminderRound = LateCommitment['reminders'][number];

/** What a cycle still waits for, and who was reminded of it when; of the States that the person answers for. */
export const lateQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['late', cycle],
    queryFn: () => body(api.GET('/api/reminders/late', { params: { query: { cycle } } })),
    enabled: cycle !== '',
  });
