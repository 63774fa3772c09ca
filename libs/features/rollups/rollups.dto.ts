import { OUTLOOKS, type Outlook, type Stage, STAGES } from '#features/progress';
import { Bool, Instant, JsonObject, Nested, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import { ROLLUP_LEVELS, type RollupLevel } from './rollup.rules.js';

const mean = (description: string) =>
  Text({
    optional: true,
    description: `${description}; decimal text with four places, null when nothing was reported`,
    example: '54.5000',
  });

export class RollupCellDto {
  @OneOf(ROLLUP_LEVELS, { description: '`state_area` is a cell of the matrix State x area' })
  level: RollupLevel;

  @Text({ min: 0, description: 'Empty on the levels area and region', example: 'MX' })
  stateCode: string;

  @Text({ min: 0, description: 'Empty on the levels state and region', example: 'protection' })
  areaKey: string;

  @Whole({ description: 'N of "n of N reported"', example: 17 })
  commitments: number;

  @Whole({ description: 'n of "n of N reported": approved in this cycle', example: 8 })
  reported: number;

  @Whole({ description: 'Shown with an earlier value; not in `reported`', example: 1 })
  carriedForward: number;

  @Whole({ description: 'Not reported, but explained by the State', example: 6 })
  explained: number;

  @Whole({ description: 'Neither reported, carried forward nor explained', example: 2 })
  notReported: number;

  @Whole({ description: 'Of `reported`, those whose assessment the source does not state', example: 8 })
  illustrative: number;

  @JsonObject({
    description: `Counts of reported commitments by stage: ${STAGES.join(', ')}`,
    example: { in_progress: 5, fulfilled: 3 },
  })
  stages: Record<Stage, number>;

  @JsonObject({ description: `Counts by outlook: ${OUTLOOKS.join(', ')}`, example: { on_track: 8 } })
  outlooks: Record<Outlook, number>;

  @Whole({ description: 'Commitments behind the mean', example: 8 })
  percentReported: number;

  @mean('Over commitments: a big plan weighs more')
  meanPercent: string | null;

  @mean('By the plans’ weights, where a plan sets them')
  weightedMeanPercent: string | null;

  @mean('Over States, each weighing the same; on the levels area and region')
  meanOfStates: string | null;

  @Whole({ description: 'States behind `meanOfStates`', example: 5 })
  statesInMean: number;

  @mean('Percentage points since the last cycle of the same kind')
  changeSameKind: string | null;

  @mean('Percentage points since the last cycle of the other kind')
  changeOtherKind: string | null;
}

export class MatrixDto {
  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Text({ example: 'in_review' })
  cycleState: string;

  @Instant({ optional: true })
  computedAt: string | null;

  @Nested(() => RollupCellDto, { many: true })
  cells: RollupCellDto[];
}

export class SnapshotDto {
  @Uuid()
  id: string;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Whole({ description: '1 for the first of its cycle', example: 1 })
  number: number;

  @Text({
    description: 'SHA-256 of the canonical JSON',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256: string;

  @JsonObject({
    description: 'What was frozen, in figures',
    example: { commitments: 231, reported: 118, updates: 118, facts: 199, figures: 171 },
  })
  summary: Record<string, unknown>;

  @Instant()
  createdAt: string;

  @Uuid({ optional: true, description: 'Who endorsed' })
  createdBy: string | null;

  @Bool({ description: 'Whether its cycle was published' })
  published: boolean;
}

export class SnapshotVerificationDto {
  @Uuid()
  id: string;

  @Text()
  sha256: string;

  @Bool({ description: 'The stored text has the stored hash' })
  intact: boolean;

  @Bool({ description: 'The rows that it names give the same text again' })
  recomputed: boolean;

  @TextList({ description: 'Parts that differ', example: [] })
  differences: string[];
}

export class SnapshotQuery {
  @Text({ optional: true, description: 'Key of a cycle', example: '2024-annual' })
  cycle?: string;
}
