import type { EntityClass } from '#platform/database';
import { EvidenceFile } from './evidence-file.entity.js';
import { Evidence } from './evidence.entity.js';
import { FactCommitment } from './fact-commitment.entity.js';
import { Fact } from './fact.entity.js';
import { Figure } from './figure.entity.js';
import { UpdateMilestone } from './update-milestone.entity.js';
import { Update } from './update.entity.js';

/** Tables of this room. */
export const progressEntities: EntityClass[] = [
  Update,
  UpdateMilestone,
  Fact,
  FactCommitment,
  Figure,
  EvidenceFile,
  Evidence,
];
