import type { FactKind, FactSection, Outlook, Stage } from '#features/progress';
import type { PreviousCell, RollupCell } from './rollup.rules.js';

export interface SnapshotUpdate {
  id: string;
  commitmentId: string;
  stateCode: string;
  areaKey: string;
  revision: number;
  stage: Stage;
  outlook: Outlook;
  percent: string | null;
  percentSource: string | null;
  noChange: boolean;
  narrativeEn: string | null;
  narrativeEs: string | null;
  challengesEn: string | null;
  challengesEs: string | null;
  nextStepsEn: string | null;
  nextStepsEs: string | null;
  supportNeededEn: string | null;
  supportNeededEs: string | null;
  illustrative: string[];
  revisionReason: string | null;
  authorId: string | null;
  submittedAt: string;
  approvedAt: string;
  approvedBy: string | null;
  /** Files by the id under which whoever sees the update can download them. */
  evidence: {
    titleEn: string | null;
    titleEs: string | null;
    kind: string;
    url: string | null;
    fileId: string | null;
  }[];
}

/** A figure as frozen; its fields are those of the figures table, numbers as decimal text. */
export interface SnapshotFigure {
  id: string;
  factId: string;
  position: number;
  value: string | null;
  valueState: string;
  valueType: string;
  qualifier: string;
  basis: string;
  role: string;
  unitEn: string | null;
  unitEs: string | null;
  currency: string | null;
  rateOn: string | null;
  numerator: string | null;
  denominator: string | null;
  ordinalScale: string[] | null;
  windowStart: string | null;
  windowEnd: string | null;
  windowTextEn: string | null;
  windowTextEs: string | null;
  population: string | null;
  labelEn: string | null;
  labelEs: string | null;
  asOf: string | null;
  source: string | null;
  disaggregation: SnapshotDisaggregate[] | null;
}

export interface SnapshotDisaggregate {
  dimension: string;
  dimensionEn?: string | null;
  dimensionEs?: string | null;
  categoryEn: string;
  categoryEs: string;
  value: number | null;
  unitEn?: string | null;
  unitEs?: string | null;
}

export interface SnapshotFact {
  id: string;
  code: string | null;
  /** Null for a fact that stands free in its State's chapter. */
  updateId: string | null;
  stateCode: string;
  areaKey: string | null;
  section: FactSection | null;
  kind: FactKind;
  textEn: string | null;
  textEs: string | null;
  institutions: string[];
  source: string | null;
  noteEn: string | null;
  noteEs: string | null;
  position: number;
  commitments: { commitmentId: string; match: string }[];
}

/** The cycle as frozen; its state is left out, because it goes on. */
export interface SnapshotCycle {
  id: string;
  key: string;
  year: number;
  kind: 'mid_year' | 'annual';
  factsFrom: string;
  factsTo: string;
  opensOn: string;
  dueOn: string;
  reviewByOn: string;
  cutoffOn: string;
}

export interface SnapshotCommitment {
  id: string;
  code: string;
  stateCode: string;
  number: number;
  areaKey: string;
  titleEn: string;
  titleEs: string;
  summaryEn: string | null;
  summaryEs: string | null;
  institutions: { role: 'lead' | 'partner'; acronym: string | null; nameEn: string; nameEs: string }[];
}

export interface SnapshotPlan {
  id: string;
  stateCode: string;
  versionNumber: number;
  titleEn: string;
  titleEs: string;
  basis: string;
  noteEn: string | null;
  noteEs: string | null;
  publishedCommitments: number | null;
  publishedSource: string | null;
}

/** What a commitment counted as; with the updates it gives the cells again. */
export interface SnapshotRow {
  /** The commitment's. */
  id: string;
  updateId: string | null;
  stateCode: string;
  areaKey: string;
  sharedAreaKey: string | null;
  weight: string | null;
  reported: boolean;
  carriedForward: boolean;
  explained: boolean;
}

/** What a plan in force has due of a commitment; one without any day has none. */
export interface SnapshotSchedule {
  /** The commitment's. */
  id: string;
  /** Its target date. */
  dueOn: string | null;
  /** By the newest approved update of this cycle or an earlier one; null when nobody reported on it yet. */
  stage: Stage | null;
  /** In the order of the plan. */
  milestones: {
    id: string;
    titleEn: string;
    titleEs: string;
    dueOn: string | null;
    /** By the newest approved update that names it; null when none does. */
    percent: string | null;
  }[];
}

/** Where a commitment stood in the last cycle of the same kind or of the other kind. */
export interface SnapshotEarlier {
  /** `same/…` or `other/…` with the commitment's id. */
  id: string;
  commitmentId: string;
  cycleKey: string;
  stage: Stage;
  outlook: Outlook;
  percent: string | null;
}

/** What the numbers are about, each collection ordered by id. */
export interface SnapshotFrame {
  /** The one of the cut-off day, if any. */
  presidencies: { id: string; stateCode: string; year: number; startsOn: string; endsOn: string | null }[];
  /** `id` is the ISO code. */
  states: {
    id: string;
    nameEn: string;
    nameEs: string;
    mechanismEn: string | null;
    mechanismEs: string | null;
    position: number;
  }[];
  /** `id` is the area's key. */
  areas: {
    id: string;
    nameEn: string;
    nameEs: string;
    shared: boolean;
    stateCode: string | null;
    mapsTo: string | null;
    position: number;
  }[];
  /** `id` is the institution's key, as facts and the regional layer name it. */
  institutions: {
    id: string;
    stateCode: string | null;
    acronym: string | null;
    nameEn: string;
    nameEs: string;
  }[];
  plans: SnapshotPlan[];
  commitments: SnapshotCommitment[];
  /** `id` is the commitment's. */
  explanations: { id: string; kind: string; textEn: string | null; textEs: string | null }[];
  /** Absent, as `earlier` is, in snapshots that were taken before these were frozen. */
  schedule?: SnapshotSchedule[];
  earlier?: SnapshotEarlier[];
  /** The regional layer of the cycle's year, by section. */
  regional: { id: string; content: unknown }[];
}

/** Everything that a report of a cycle may use: nothing else is read when one is made. The parsed form of the canonical text. */
export interface SnapshotContent {
  format: number;
  cycle: SnapshotCycle;
  cells: RollupCell[];
  updates: SnapshotUpdate[];
  facts: SnapshotFact[];
  figures: SnapshotFigure[];
  others: SnapshotFrame & { rows: SnapshotRow[]; previous: (PreviousCell & { id: string })[] };
}
