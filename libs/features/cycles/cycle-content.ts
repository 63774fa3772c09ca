import type { CommitmentStanding } from './submission.rules.js';

/** What cycles must know about the updates in them; the room that keeps the updates provides it. */
export abstract class CycleContent {
  /** One entry per commitment of the State's plan in force, by code. */
  abstract standings(cycleId: string, stateCode: string): Promise<CommitmentStanding[]>;
  /** Makes everything approved in the cycle public, in the current transaction. @returns how many updates and facts */
  abstract publish(cycleId: string): Promise<number>;
}
