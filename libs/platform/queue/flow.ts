import type { FlowJob, Job } from 'bullmq';
import type { JobDefinition } from './job.js';
import { standing } from './standing.js';
import { storable } from './storable.js';

/** A job and those that must be done before it. Children may be in other queues and have children of their own. */
export interface FlowTree {
  job: JobDefinition;
  payload: object;
  jobId?: string;
  children?: readonly FlowTree[];
}

/** Ties a payload to its job's type within a flow. */
export const flow = <P extends object>(
  job: JobDefinition<P>,
  payload: P,
  rest: Omit<FlowTree, 'job' | 'payload'> = {},
): FlowTree => ({
  ...rest,
  job: job as unknown as JobDefinition,
  payload,
});

/** The tree as BullMQ takes it. A child that fails for good fails its parent as well, so that nothing waits for ever. */
export const flowNode = ({ job, payload, jobId, children }: FlowTree, isChild = false): FlowJob => ({
  name: job.name,
  queueName: job.queue,
  data: storable(payload, `the payload of ${job.name}`),
  opts: { ...standing(job), jobId, ...(isChild ? { failParentOnFailure: true } : {}) },
  children: children?.map((child) => flowNode(child, true)),
});

export interface QueueCounts {
  queue: string;
  waiting: number;
  active: number;
  delayed: number;
  waitingForChildren: number;
  failed: number;
  completed: number;
}

/** A job that used up its attempts. */
export interface FailedJob {
  queue: string;
  id: string;
  job: string;
  payload: unknown;
  reason: string;
  attempts: number;
  addedAt: Date;
  failedAt: Date;
}

export const failedJob = (queue: string, job: Job<unknown, unknown, string>): FailedJob => ({
  queue,
  id: String(job.id),
  job: job.name,
  payload: job.data,
  reason: job.failedReason ?? '',
  attempts: job.attemptsMade,
  addedAt: new Date(job.timestamp),
  failedAt: new Date(job.finishedOn ?? job.timestamp),
});
