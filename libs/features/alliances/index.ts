export { AllianceSections } from './alliance-sections.js';
export { AlliancesModule } from './alliances.module.js';
export { AlliancesService } from './alliances.service.js';
export { GoodPracticesImport, goodPracticesImport } from './good-practice.import.js';
export { GoodPracticesService } from './good-practices.service.js';
export type { CreateDialogue, DialogueStep, EventBody, PlatformBody } from './alliance.dto.js';
export type { CreateGoodPractice } from './good-practice.dto.js';
export * from './alliance.vocabulary.js';

import { AllianceEvent } from './alliance-event.entity.js';
import { Dialogue } from './dialogue.entity.js';
import { GoodPractice, GoodPracticeAdoption, GoodPracticeCommitment } from './good-practice.entity.js';
import { PlatformChair, PlatformMember, SupportPlatform } from './support-platform.entity.js';
/** Tables of this room. */
export const alliancesEntities = [
  Dialogue,
  SupportPlatform,
  PlatformMember,
  PlatformChair,
  AllianceEvent,
  GoodPractice,
  GoodPracticeCommitment,
  GoodPracticeAdoption,
];
