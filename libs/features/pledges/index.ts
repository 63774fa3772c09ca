import type { EntityClass } from '#platform/database';
import { Pledge } from './pledge.entity.js';
import { PledgeDistribution } from './pledge-distribution.entity.js';
import { PledgeForum } from './pledge-forum.entity.js';
import { PledgeArea, PledgeCommitment } from './pledge-links.entity.js';
import { PledgeUpdate } from './pledge-update.entity.js';

export * from './pledge.labels.js';
export * from './pledge.rules.js';
export * from './pledge.vocabulary.js';
export type * from './pledge.dto.js';
export type * from './pledge.input.js';
export { PledgeInput } from './pledge.input.js';
export { type ForumContent, PledgeForumsService } from './pledge-forums.service.js';
export { pledgesImport } from './pledge.import.js';
export { PledgeRecords } from './pledge-records.js';
export { PledgeSection } from './pledge-section.service.js';
export { PledgesReading } from './pledges-reading.js';
export { PledgesService } from './pledges.service.js';
export { PledgesModule } from './pledges.module.js';
export { Pledge };

/** Tables of this room. */
export const pledgesEntities: EntityClass[] = [
  PledgeForum,
  PledgeDistribution,
  Pledge,
  PledgeArea,
  PledgeCommitment,
  PledgeUpdate,
];
