import type { Outlook, Stage } from '#features/progress';
import { Fraction, parseDecimal } from '#platform/decimal';

/** One commitment in one cycle, as the rollup counts it. */
export interface RollupRow {
  commitmentId: string;
  /** The approved update that counts; null when there is none. */
  updateId: string | null;
  stateCode: string;
  areaKey: string;
  /** The shared area of `areaKey`: itself, the one it is mapped to, or null for an own area shown apart. */
  sharedAreaKey: string | null;
  /** From the plan; null when the plan sets none for this commitment. A number or PostgreSQL's decimal text. */
  weight: number | string | null;
  stage: Stage | null;
  outlook: Outlook | null;
  /** 0 to 100 with two decimals, as a number or as PostgreSQL's decimal text. */
  percent: number | string | null;
  /** Has an approved update in this cycle. */
  reported: boolean;
  /** Shows a value of an earlier cycle; then it is not counted as reported, whatever `reported` says. */
  carriedForward: boolean;
  explained: boolean;
  /** Stage, outlook or percent is not stated by the source. */
  illustrative: boolean;
}

export interface WeighedRow extends RollupRow {
  /** Percent in hundredths, so that sums are exact. */
  hundredths: bigint | null;
  /** Normalised within its plan, so that a plan's weights average 1; null when the plan sets no weights. */
  share: Fraction | null;
}

/**
 * Prepares rows for counting. Weights are normalised within each State's plan: a plan's weights add up to its number of
 * commitments, so plans with different scales, and plans without weights (1 each), can stand side by side. A commitment
 * without a weight among weighted ones gets the plan's average.
 * @throws RangeError when a commitment comes twice, or for a percent or weight that is no number or below zero.
 */
export function weigh(rows: readonly RollupRow[]): WeighedRow[] {
  const seen = new Set<string>();
  const plans = new Map<string, { stated: number; sum: Fraction }>();
  for (const row of rows) {
    if (seen.has(row.commitmentId))
      throw new RangeError(`Commitment ${row.commitmentId} comes twice in a rollup`);
    seen.add(row.commitmentId);
    if (row.weight === null) continue;
    const weight = parseDecimal(row.weight);
    if (weight.numerator < 0n)
      throw new RangeError(`The weight of commitment ${row.commitmentId} is below zero`);
    const plan = plans.get(row.stateCode) ?? { stated: 0, sum: Fraction.zero };
    plans.set(row.stateCode, { stated: plan.stated + 1, sum: plan.sum.plus(weight) });
  }
  return rows.map((row) => {
    const plan = plans.get(row.stateCode);
    const share =
      !plan || plan.sum.isZero
        ? null
        : row.weight === null
          ? Fraction.of(1)
          : parseDecimal(row.weight).times(Fraction.of(plan.stated)).dividedBy(plan.sum);
    return { ...row, hundredths: row.percent === null ? null : hundredthsOf(row), share };
  });
}

function hundredthsOf(row: RollupRow): bigint {
  const plain = PLAIN_PERCENT.exec(String(row.percent));
  const value = plain
    ? BigInt(`${plain[1]}${(plain[2] ?? '').padEnd(2, '0')}`)
    : BigInt(
        parseDecimal(row.percent ?? 0)
          .times(Fraction.of(100))
          .toDecimal(0),
      );
  if (value < 0n || value > 10_000n) {
    throw new RangeError(`The percent of commitment ${row.commitmentId} is not between 0 and 100`);
  }
  return value;
}

/** How nearly every percent is written; anything else takes the long way. */
const PLAIN_PERCENT = /^(\d{1,3})(?:\.(\d{1,2}))?$/;

/** Counts and exact sums of one State's rows in one cell, or of several States' when merged. */
export class Tally {
  commitments = 0;
  reported = 0;
  explained = 0;
  carriedForward = 0;
  notReported = 0;
  illustrative = 0;
  percentReported = 0;
  readonly stages: Record<Stage, number> = {
    not_started: 0,
    planning: 0,
    in_progress: 0,
    fulfilled: 0,
    discontinued: 0,
  };
  readonly outlooks: Record<Outlook, number> = { on_track: 0, at_risk: 0, off_track: 0, not_assessed: 0 };
  readonly updateIds: string[] = [];
  private hundredths = 0n;
  /** Of rows with a weight; the others weigh 1 each and are in `plainHundredths` and `plainCount`. */
  private weighted = Fraction.zero;
  private weight = Fraction.zero;
  private plainHundredths = 0n;
  private plainCount = 0;
  private hasWeights = false;

  constructor(
    readonly stateCode: string,
    readonly areaKey: string,
  ) {}

  add(row: WeighedRow): void {
    this.commitments += 1;
    this.hasWeights ||= row.share !== null;
    if (row.carriedForward) this.carriedForward += 1;
    else if (row.reported) return this.addReported(row);
    if (row.explained) this.explained += 1;
    else if (!row.carriedForward) this.notReported += 1;
  }

  merge(other: Tally): void {
    this.commitments += other.commitments;
    this.reported += other.reported;
    this.explained += other.explained;
    this.carriedForward += other.carriedForward;
    this.notReported += other.notReported;
    this.illustrative += other.illustrative;
    this.percentReported += other.percentReported;
    for (const stage of Object.keys(this.stages) as Stage[]) this.stages[stage] += other.stages[stage];
    for (const outlook of Object.keys(this.outlooks) as Outlook[])
      this.outlooks[outlook] += other.outlooks[outlook];
    for (const id of other.updateIds) this.updateIds.push(id);
    this.hundredths += other.hundredths;
    this.weighted = this.weighted.plus(other.weighted);
    this.weight = this.weight.plus(other.weight);
    this.plainHundredths += other.plainHundredths;
    this.plainCount += other.plainCount;
    this.hasWeights ||= other.hasWeights;
  }

  /** Mean percent over the commitments that reported one, or null. */
  mean(): Fraction | null {
    return this.percentReported === 0 ? null : Fraction.of(this.hundredths, 100 * this.percentReported);
  }

  /** The same by weights; null when no plan sets weights, or all that reported weigh nothing. */
  weightedMean(): Fraction | null {
    if (!this.hasWeights) return null;
    const weight = this.weight.plus(Fraction.of(this.plainCount));
    if (weight.isZero) return null;
    return this.weighted.plus(Fraction.of(this.plainHundredths, 100)).dividedBy(weight);
  }

  private addReported(row: WeighedRow): void {
    if (row.stage === null || row.outlook === null) {
      throw new RangeError(`Commitment ${row.commitmentId} is reported without a stage or outlook`);
    }
    this.reported += 1;
    if (row.illustrative) this.illustrative += 1;
    this.stages[row.stage] += 1;
    this.outlooks[row.outlook] += 1;
    if (row.updateId !== null) this.updateIds.push(row.updateId);
    if (row.hundredths === null) return;
    this.percentReported += 1;
    this.hundredths += row.hundredths;
    if (row.share === null) {
      this.plainHundredths += row.hundredths;
      this.plainCount += 1;
      return;
    }
    this.weighted = this.weighted.plus(row.share.times(Fraction.of(row.hundredths, 100)));
    this.weight = this.weight.plus(row.share);
  }
}
