import { Inject, Injectable, Module } from '@nestjs/common';
import { commitmentExplained, commitmentReopened, cycleDatesChanged, cycleOpened } from '#features/cycles';
import { planAdopted } from '#features/plans';
import { progressApproved } from '#features/progress';
import { Database } from '#platform/database';
import { subscribe } from '#platform/outbox';
import { defineJob, flow, Handles, Queues } from '#platform/queue';
import { RollupsModule } from './rollups.module.js';
import { RollupsService } from './rollups.service.js';

interface StateRollup {
  cycleId: string;
  stateCode: string;
}

/** One State's cells after something in it was approved. */
export const recomputeState = defineJob<StateRollup>({ name: 'rollup.state', queue: 'rollups' });

/** The region's cells; in a flow, after all States' cells. Then the running cycles that are compared with this one. */
export const recomputeRegion = defineJob<{ cycleId: string }>({ name: 'rollup.region', queue: 'rollups' });

/** Everything of one cycle, as a flow: the region as parent of its States. */
export const recomputeCycle = defineJob<{ cycleId: string }>({ name: 'rollup.cycle', queue: 'rollups' });

/** A State's new plan changes what there is to report in every cycle that is not endorsed yet. */
export const recomputePlan = defineJob<{ stateCode: string }>({ name: 'rollup.plan', queue: 'rollups' });

/** How long news of one State or of the region gathers before it is counted. */
const GATHER_MS = 400;

const perState = {
  dedupeKey: ({ cycleId, stateCode }: StateRollup) => `${cycleId}/${stateCode}`,
  debounceMs: GATHER_MS,
};
const stateOf = ({ cycleId, stateCode }: StateRollup): StateRollup => ({ cycleId, stateCode });

/** What makes a stored number wrong, and the job that puts it right. */
export const rollupSubscriptions = [
  subscribe(progressApproved, recomputeState, stateOf, perState),
  subscribe(commitmentExplained, recomputeState, stateOf, perState),
  subscribe(commitmentReopened, recomputeState, stateOf, perState),
  subscribe(cycleOpened, recomputeCycle, ({ cycleId }) => ({ cycleId })),
  subscribe(cycleDatesChanged, recomputeCycle, ({ cycleId }) => ({ cycleId })),
  subscribe(planAdopted, recomputePlan, ({ stateCode }) => ({ stateCode })),
];

@Injectable()
class RollupJobs {
  constructor(
    @Inject(RollupsService) private readonly rollups: RollupsService,
    @Inject(Queues) private readonly queues: Queues,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Handles(recomputeState)
  async state({ cycleId, stateCode }: StateRollup): Promise<void> {
    await this.rollups.recomputeState(cycleId, stateCode);
    await this.queues.add(recomputeRegion, { cycleId }, { dedupeKey: cycleId, delayMs: GATHER_MS });
  }

  @Handles(recomputeRegion)
  async region({ cycleId }: { cycleId: string }): Promise<void> {
    await this.rollups.recomputeRegion(cycleId);
    for (const later of await this.rollups.following(cycleId))
      await this.queues.add(recomputeCycle, { cycleId: later }, { dedupeKey: later, delayMs: GATHER_MS });
  }

  @Handles(recomputeCycle)
  async cycle({ cycleId }: { cycleId: string }): Promise<void> {
    const states = await this.database.query<{ code: string }>('SELECT code FROM states ORDER BY position');
    const children = states.map(({ code }) => flow(recomputeState, { cycleId, stateCode: code }));
    await this.queues.flow(flow(recomputeRegion, { cycleId }, { children }));
  }

  @Handles(recomputePlan)
  async plan({ stateCode }: { stateCode: string }): Promise<void> {
    const cycles = await this.database.query<{ id: string }>(
      `SELECT id FROM cycles WHERE state IN ('open', 'in_review')`,
    );
    for (const { id: cycleId } of cycles)
      await this.queues.add(
        recomputeState,
        { cycleId, stateCode },
        { dedupeKey: perState.dedupeKey({ cycleId, stateCode }) },
      );
  }
}

/** Worker only. */
@Module({ imports: [RollupsModule], providers: [RollupJobs] })
export class RollupJobsModule {}
