export * from './rollup.rules.js';
export { LAYER_SECTIONS, type LayerSectionKey } from './layer.vocabulary.js';
export * from './snapshot.rules.js';
export { type Move, moveBetween } from './stage-moves.rules.js';
export { RollupCellDto } from './rollups.dto.js';
export { RollupsModule } from './rollups.module.js';
export { RollupsService } from './rollups.service.js';
export {
  regionEndorsed,
  type SnapshotVerification,
  type SnapshotView,
  SnapshotsService,
} from './snapshots.service.js';
export type * from './snapshot.content.js';
export {
  recomputeCycle,
  recomputeRegion,
  recomputeState,
  RollupJobsModule,
  rollupSubscriptions,
} from './rollups.jobs.js';
export { Rollup } from './rollup.entity.js';
export { Snapshot as SnapshotRecordEntity } from './snapshot.entity.js';

import { Rollup } from './rollup.entity.js';
import { Snapshot as SnapshotTable } from './snapshot.entity.js';
/** Tables of this room. */
export const rollupsEntities = [Rollup, SnapshotTable];
