import { CYCLE_STATES, type CycleState } from '#features/cycles';
import { STAGES, type Stage } from '#features/progress';
import { Bool, Instant, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import { type Move, MOVES } from './stage-moves.rules.js';

/** `same`: the last cycle of the same kind before this one; `other`: the last of the other kind. */
export const SINCE = ['same', 'other'] as const;
export type Since = (typeof SINCE)[number];

export class StageMovesQuery {
  @Text({ optional: true, max: 2, description: 'Only of this State', example: 'MX' })
  state?: string;
}

export class ComparedCycle {
  @OneOf(SINCE)
  since: Since;

  @Text({ example: '2023-annual' })
  cycleKey: string;

  @OneOf(CYCLE_STATES)
  cycleState: CycleState;
}

class StateMoves {
  @Text({ example: 'MX' })
  stateCode: string;

  @OneOf(SINCE)
  since: Since;

  @Whole({ description: 'Commitments that reported a stage in both cycles', example: 24 })
  compared: number;

  @Whole({ example: 6 })
  forward: number;

  @Whole({ example: 1 })
  back: number;

  @Whole({ description: 'Discontinued since', example: 0 })
  stopped: number;

  @Whole({ description: 'No longer discontinued', example: 0 })
  resumed: number;
}

class StageMove {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-04' })
  code: string;

  @Text({ example: 'MX' })
  stateCode: string;

  @Text()
  titleEn: string;

  @Text()
  titleEs: string;

  @OneOf(SINCE)
  since: Since;

  @OneOf(STAGES)
  from: Stage;

  @OneOf(STAGES)
  to: Stage;

  @OneOf(MOVES)
  move: Move;

  @Bool({
    description: 'The newer stage was approved after the region was endorsed, so no snapshot of it holds it',
  })
  afterEndorsement: boolean;
}

export class StageMovesDto {
  @Text({ example: '2024-annual' })
  cycleKey: string;

  @OneOf(CYCLE_STATES)
  cycleState: CycleState;

  @Instant({ optional: true, description: 'When the numbers of the cycle were frozen' })
  endorsedAt: Date | null;

  @Nested(() => ComparedCycle, { many: true })
  comparedWith: ComparedCycle[];

  @Nested(() => StateMoves, { many: true })
  states: StateMoves[];

  @Nested(() => StageMove, { many: true, description: 'Commitments whose stage differs, by State and code' })
  items: StageMove[];
}
