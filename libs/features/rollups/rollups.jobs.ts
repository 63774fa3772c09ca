import { Inject, Injectable, Module } from '@nestjs/common';
import { defineJob, flow, Handles, Queues } from '#platform/queue';
import { RollupsModule } from './rollups.module.js';
import { RollupsService } from './rollups.service.js';

interface StateRollup {
  cycleId: string;
  stateCode: string;
}

/** One State's cells after something in it was approved. */
export const recomputeState = defineJob<StateRollup>({ name: 'rollup.state', queue: 'rollups' });

/** The region's cells; in a flow, after all States' cells. */
export const recomputeRegion = defineJob<{ cycleId: string }>({ name: 'rollup.region', queue: 'rollups' });

/** How long news of one State or of the region gathers before it is counted. */
const GATHER_MS = 400;

/** Everything of one cycle anew: the region as parent of its States. */
export const cycleRollupFlow = (cycleId: string, stateCodes: readonly string[]) =>
  flow(recomputeRegion, { cycleId }, { children: stateCodes.map((stateCode) => flow(recomputeState, { cycleId, stateCode })) });

@Injectable()
class RollupJobs {
  constructor(
    @Inject(RollupsService) private readonly rollups: RollupsService,
    @Inject(Queues) private readonly queues: Queues,
  ) {}

  @Handles(recomputeState)
  async state({ cycleId, stateCode }: StateRollup): Promise<void> {
    await this.rollups.recomputeState(cycleId, stateCode);
    await this.queues.add(recomputeRegion, { cycleId }, { dedupeKey: cycleId, delayMs: GATHER_MS });
  }

  @Handles(recomputeRegion)
  async region({ cycleId }: { cycleId: string }): Promise<void> {
    await this.rollups.recomputeRegion(cycleId);
  }
}

/** Worker only. */
@Module({ imports: [RollupsModule], providers: [RollupJobs] })
export class RollupJobsModule {}
