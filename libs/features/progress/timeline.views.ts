import { DateOnly, Instant, LongText, Nested, Num, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import { UpdateState, UpdateSummary } from './update.views.js';

/** An update in the history of its commitment. */
export class UpdateInTime extends UpdateSummary {
  @LongText({ optional: true, description: 'Why it was returned the last time' })
  returnReason: string | null;

  @LongText({ optional: true, description: 'Why this revision was needed; null in the first' })
  revisionReason: string | null;
}

/** What happens to a commitment. */
export const TIMELINE_KINDS = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'revised',
  'milestones',
  'explained',
  'reopened',
  'carried',
  'plan',
] as const;

/** How a plan version took a commitment up. */
export const PLAN_STEPS = ['added', 'changed', 'kept', 'removed'] as const;

/** How far a milestone came, and how far it was said to be before. */
export class MilestoneStep {
  @Text({ example: 'Protocol signed' })
  titleEn: string;

  @Text({ example: 'Protocolo firmado' })
  titleEs: string;

  @Num({ example: 50 })
  percent: number;

  @Num({ optional: true, example: 0 })
  before: number | null;
}

/** One thing that happened to a commitment; which fields it has depends on its kind. */
export class TimelineEvent {
  @OneOf(TIMELINE_KINDS, { example: 'submitted' })
  kind: (typeof TIMELINE_KINDS)[number];

  @Instant({ optional: true, description: 'Null for what is known by its day alone' })
  at: string | null;

  @DateOnly({
    optional: true,
    description: 'Of a plan version and of a carried value; null: nobody knows it',
  })
  day: string | null;

  @Text({ optional: true, example: '2024-annual' })
  cycleKey: string | null;

  @Text({ optional: true, description: 'For those who work with the commitment', example: 'Ana Pérez' })
  actorName: string | null;

  @Text({ optional: true, description: 'In whose place', example: 'Luis Gómez' })
  onBehalfOfName: string | null;

  @LongText({ optional: true, description: 'Why it was returned, revised or reopened' })
  reason: string | null;

  @Uuid({ optional: true })
  updateId: string | null;

  @Whole({ optional: true, example: 1 })
  revision: number | null;

  @Nested(() => UpdateState, {
    optional: true,
    description: 'As it is now, with the last that happened to it',
  })
  update: UpdateState | null;

  @Nested(() => MilestoneStep, { many: true, optional: true })
  milestones: MilestoneStep[] | null;

  @Text({ optional: true, description: 'Of an explanation', example: 'not_assessed' })
  explanation: string | null;

  @LongText({ optional: true })
  textEn: string | null;

  @LongText({ optional: true })
  textEs: string | null;

  @Text({ optional: true, description: 'Cycle whose value stands in', example: '2023-annual' })
  carriedFrom: string | null;

  @Uuid({ optional: true })
  planId: string | null;

  @Whole({ optional: true, example: 2 })
  planVersion: number | null;

  @OneOf(PLAN_STEPS, { optional: true })
  planStep: (typeof PLAN_STEPS)[number] | null;

  @TextList({
    optional: true,
    description: 'What the plan version words anew',
    example: ['titleEs', 'dueOn'],
  })
  changed: string[] | null;
}
