import type { Stage } from '#features/progress';
import { parseDecimal } from '#platform/decimal';
import type { PledgeStage, StageBasis } from './pledge.vocabulary.js';

/**
 * The Forum's stage of a pledge from the stages of its linked commitments, each as its latest approved update gives it
 * (null: not reported). Documented with examples in docs/aggregation.md.
 *
 * 1. Discontinued commitments no longer speak for the pledge.
 * 2. When none of the others has reported, there is no stage: not reported is not planning.
 * 3. Fulfilled: all of the others have reported and are fulfilled.
 * 4. In progress: at least one is in progress or fulfilled.
 * 5. Planning otherwise: all that reported are planned or not started.
 */
export function derivedStage(commitments: readonly (Stage | null)[]): PledgeStage | null {
  const speaking = commitments.filter((stage) => stage !== 'discontinued');
  const reported = speaking.filter((stage) => stage !== null);
  if (reported.length === 0) return null;
  if (speaking.every((stage) => stage === 'fulfilled')) return 'fulfilled';
  return reported.some((stage) => stage === 'in_progress' || stage === 'fulfilled')
    ? 'in_progress'
    : 'planning';
}

/** The same rule as an SQL aggregate over rows of one pledge; `stage` is the expression for a commitment's stage. */
export const derivedStageSql = (stage: string): string => `CASE
    WHEN count(*) FILTER (WHERE ${stage} <> 'discontinued') = 0 THEN NULL
    WHEN bool_and(coalesce(${stage}, '') = 'fulfilled') FILTER (WHERE ${stage} IS DISTINCT FROM 'discontinued') THEN 'fulfilled'
    WHEN bool_or(${stage} IN ('in_progress', 'fulfilled')) THEN 'in_progress'
    ELSE 'planning' END`;

/** What an update says of the stage, when a person says it otherwise than the commitments do. */
export interface StatedStage {
  stage: PledgeStage;
  reason: string;
}

/** Why a stated stage cannot be taken. */
export type StageProblem = 'nothing_to_derive' | 'reason_missing';

/**
 * Whether an update overrides the derived stage. A stage equal to the derived one is no override: the pledge goes on
 * following its commitments. Any other needs a reason. Without either stage there is nothing to report.
 */
export function statedStage(
  said: { stage?: PledgeStage | null; reason?: string | null },
  derived: PledgeStage | null,
): StatedStage | StageProblem | null {
  if (!said.stage) return derived === null ? 'nothing_to_derive' : null;
  if (said.stage === derived) return null;
  const reason = said.reason?.trim() ?? '';
  return reason === '' ? 'reason_missing' : { stage: said.stage, reason };
}

/** The stage that counts: what a person stated, else what the commitments give, else none. */
export function stageInEffect(
  stated: PledgeStage | null,
  derived: PledgeStage | null,
): { stage: PledgeStage | null; stageBasis: StageBasis } {
  if (stated !== null) return { stage: stated, stageBasis: 'stated' };
  return { stage: derived, stageBasis: derived === null ? 'no_update' : 'derived' };
}

/** Pledges by stage; those without one have a count of their own. */
export interface StageCounts {
  total: number;
  planning: number;
  inProgress: number;
  fulfilled: number;
  noUpdate: number;
}

/** Shares of all pledges in percent with one decimal, those without an update included; null of no pledges at all. */
export function sharesOf(counts: StageCounts): Omit<StageCounts, 'total'> | null {
  const { total, ...parts } = counts;
  if (total === 0) return null;
  const share = (count: number): number =>
    Number(
      parseDecimal(count * 100)
        .dividedBy(parseDecimal(total))
        .toDecimal(1),
    );
  return {
    planning: share(parts.planning),
    inProgress: share(parts.inProgress),
    fulfilled: share(parts.fulfilled),
    noUpdate: share(parts.noUpdate),
  };
}
