import { MechanismsService } from '#features/mechanisms';
import { runAs, SYSTEM } from '#platform/http';
import { readMechanisms } from '../reference/index.js';
import type { SeedServices } from './seed.js';

/** The mechanisms of the States. Those that are there already are left as people keep them. */
export const seedMechanisms = (services: SeedServices): Promise<void> =>
  runAs(SYSTEM, () => services.get(MechanismsService).putMissing(SYSTEM, readMechanisms()));
