import type { Role } from '#features/identity';
import type {
  Basis,
  FactKind,
  FactMatch,
  FactSection,
  FigureRole,
  IllustrativeField,
  Outlook,
  PercentSource,
  Qualifier,
  Stage,
  ValueState,
  ValueType,
} from '#features/progress';

/** Keys of the two cycles of the demo. */
export type DemoCycleKey = '2024-mid_year' | '2024-annual';

/** One category of a figure's breakdown; `dimension` is a stable key, the rest is to be read. */
export interface DisaggregateSeed {
  dimension: string;
  dimensionEn: string;
  dimensionEs: string;
  categoryEn: string;
  categoryEs: string;
  value: number;
  unitEn: string;
  unitEs: string;
}

/** A figure exactly as published. Days like `2024-09-30`; the window's end is included. */
export interface FigureSeed {
  value: number;
  valueState: ValueState;
  valueType: ValueType;
  qualifier: Qualifier;
  basis: Basis;
  role: FigureRole;
  unitEn: string;
  unitEs: string;
  currency: string | null;
  rateOn: string | null;
  numerator: number | null;
  denominator: number | null;
  ordinalScale: string[] | null;
  windowStart: string | null;
  windowEnd: string | null;
  windowTextEn: string | null;
  windowTextEs: string | null;
  /** Key of a population group */
  population: string | null;
  labelEn: string | null;
  labelEs: string | null;
  asOf: string | null;
  disaggregation: DisaggregateSeed[];
}

/** A fact of the published report. It has an area, or a section when it belongs to none. */
export interface FactSeed {
  /** `BZ24-05` */
  code: string;
  stateCode: string;
  cycle: DemoCycleKey;
  /** Why it belongs to the mid-year cycle; null in the annual one. */
  cycleReasonEn: string | null;
  cycleReasonEs: string | null;
  kind: FactKind;
  /** Shared or the State's own */
  areaKey: string | null;
  section: FactSection | null;
  /** Where the published chapter had it: a key of `reportSections`. */
  reportSection: string;
  /** From 1, per State, in the order of the report */
  position: number;
  textEn: string;
  textEs: string;
  /** Keys of institutions */
  institutions: string[];
  /** Numbers of commitments that it answers, the owner first. */
  commitments: { number: number; match: FactMatch }[];
  /** The commitment whose update holds it; null: it stands free. */
  ownerCommitment: number | null;
  noteEn: string | null;
  noteEs: string | null;
  source: string;
  figures: FigureSeed[];
}

/** The 199 facts of 2024. */
export interface FactsSeed {
  year: 2024;
  source: string;
  noteEn: string;
  noteEs: string;
  facts: FactSeed[];
}

/** How far one commitment was in one cycle. `illustrative` names what the report does not state. Percent 0 to 100. */
export interface AssessmentSeed {
  stateCode: string;
  number: number;
  cycle: DemoCycleKey;
  stage: Stage;
  outlook: Outlook;
  percent: number | null;
  percentSource: PercentSource | null;
  noChange: boolean;
  narrativeEn: string;
  narrativeEs: string;
  challengesEn: string | null;
  challengesEs: string | null;
  nextStepsEn: string | null;
  nextStepsEs: string | null;
  supportNeededEn: string | null;
  supportNeededEs: string | null;
  illustrative: IllustrativeField[];
  /** Codes of the facts of this cycle that it is composed from, those owned by another commitment included. */
  facts: string[];
  /** With a reason, the demo's coordinator returns it once before approving it. */
  returnReasonEn: string | null;
  returnReasonEs: string | null;
}

/** Why a commitment has no update in a cycle. */
export interface ExplanationSeed {
  stateCode: string;
  number: number;
  cycle: DemoCycleKey;
  kind: 'no_change' | 'not_assessed';
  textEn: string;
  textEs: string;
}

/** An update or an explanation for each of 7 x 33 commitments in each of the two cycles. */
export interface AssessmentsSeed {
  year: 2024;
  noteEn: string;
  noteEs: string;
  updates: AssessmentSeed[];
  explanations: ExplanationSeed[];
}

/** A role from a day until a day (not included); null: until further notice. */
export interface RoleSeed {
  role: Exclude<Role, 'public'>;
  stateCode: string | null;
  institutionKey: string | null;
  teamKey: string | null;
  validFrom: string;
  validTo: string | null;
}

/** A fictional person. Without roles: a reader of what is published. */
export interface PersonSeed {
  email: string;
  name: string;
  lang: 'en' | 'es';
  institutionKey: string;
  roles: RoleSeed[];
}

/** Who reports on which commitment, and what that rests on: Mexico's plan, the facts, or nothing but the demo. */
export interface FocalPointSeed {
  stateCode: string;
  number: number;
  email: string;
  institutionKey: string;
  basis: 'plan' | 'facts' | 'illustrative';
  fromOn: string;
  toOn: string | null;
}

/** The people of the demo; each of 7 x 33 commitments has one focal point. */
export interface PeopleSeed {
  noteEn: string;
  noteEs: string;
  users: PersonSeed[];
  focalPoints: FocalPointSeed[];
}

/** One update for each team in the annual cycle; where the activities stand is in the workplan. */
export interface TeamUpdatesSeed {
  noteEn: string;
  noteEs: string;
  updates: { teamKey: string; email: string; summaryEn: string; summaryEs: string }[];
}

/** A story of the demo with its picture. */
export interface StorySeed {
  story: {
    stateCode: string;
    year: number;
    titleEn: string;
    titleEs: string;
    textEn: string;
    textEs: string;
    nameChanged: boolean;
    consentOn: string;
    consentRef: string;
    commitment: string | null;
    source: string;
  };
  /** File of `demo/pictures`. */
  picture: string;
  photo: {
    altEn: string;
    altEs: string;
    captionEn: string;
    captionEs: string;
    credit: string;
    people: 'nobody';
  };
}
