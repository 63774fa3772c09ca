export { CreateMechanism, MechanismBody, MechanismView } from './mechanism.dto.js';
export { MechanismsImport, mechanismsImport } from './mechanism.import.js';
export {
  mechanismAgreementsImport,
  MechanismPartsImport,
  mechanismSessionsImport,
} from './mechanism-parts.import.js';
export * from './mechanism.vocabulary.js';
export { MechanismsModule } from './mechanisms.module.js';
export { MechanismsService } from './mechanisms.service.js';

import { Mechanism } from './mechanism.entity.js';
import {
  MechanismAgreement,
  MechanismAgreementCommitment,
  MechanismMember,
  MechanismSession,
  MechanismSessionCommitment,
} from './mechanism-parts.entity.js';
/** Tables of this room. */
export const mechanismsEntities = [
  Mechanism,
  MechanismMember,
  MechanismSession,
  MechanismAgreement,
  MechanismSessionCommitment,
  MechanismAgreementCommitment,
];
