import type { CreateMechanism } from '#features/mechanisms';

/** A mechanism with its sources; `members` are keys of institutions, commitments go by their codes. */
export type MechanismSeed = CreateMechanism;
