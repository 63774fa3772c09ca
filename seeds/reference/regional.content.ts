import type { DialogueStep } from '#features/alliances';
import type { Qualifier } from '#features/progress';
import type { ContextFigureBody, RegionalPlanBody } from '#features/regional';
import type { ActivityStatus } from '#features/teams';

/** One text in both languages. */
export interface Bilingual {
  en: string;
  es: string;
}

/** A figure of the regional context. */
export type ContextFigureSeed = ContextFigureBody & { key: string };

/** A regional pledge at the Global Refugee Forum of 2023; `teamKey` null: no team of its own. */
export interface PledgeSeed {
  key: string;
  name: Bilingual;
  form: 'single' | 'joint' | 'multi_stakeholder';
  teamKey: string | null;
  linkedGlobalPledge: Bilingual;
  /** Keys of areas, where the name of the linked global pledge states them. */
  areas: string[];
  /** Fields that the sources do not state: concluded when the seed was written. */
  inferred: ('form' | 'areas')[];
  sources: string[];
}

/** The regional pledges and the Forum's own way of following them up. */
export interface PledgesSeed {
  note: Bilingual;
  pledges: PledgeSeed[];
  stages: { key: 'planning' | 'in_progress' | 'fulfilled'; name: Bilingual }[];
  types: Bilingual[];
  goodPledge: Bilingual[];
  howUpdated: Bilingual;
  distributionAugust2020: { planning: number; in_progress: number; fulfilled: number };
  distributionSources: string[];
  sources: string[];
}

/** What a team did; `heldOn` null with precision `not_stated`. `supportedBy` are keys of institutions. */
export interface TeamActivitySeed {
  heldOn: string | null;
  endedOn: string | null;
  precision: 'day' | 'not_stated';
  text: Bilingual;
  output: Bilingual | null;
  supportedBy: string[];
  status: ActivityStatus;
  /** The report does not state the status. */
  statusIllustrative: boolean;
  /** Codes of commitments */
  commitments: string[];
}

/** A session of a team; who attended is a State, an institution or whoever the name says. */
export interface TeamSessionSeed {
  heldOn: string;
  endedOn: string | null;
  precision: 'day';
  title: Bilingual;
  place: Bilingual | null;
  agenda: Bilingual[];
  attendance: {
    stateCode: string | null;
    institutionKey: string | null;
    name: Bilingual | null;
    people: number | null;
  }[];
  sources: string[];
}

/** A Regional Technical Team in 2024. `expertAdvisors` and `advisoryPanel` are keys of institutions. */
export interface TeamSeed {
  /** `RTT-RA`, `RTT-ID`, `RTT-JL`, `RTT-LG` */
  key: string;
  name: Bilingual;
  leads2024: {
    kind: 'state' | 'municipality';
    stateCode: string;
    institutionKey: string | null;
    name: Bilingual;
    institutionBasis: 'named' | 'inferred';
  }[];
  memberStates: string[];
  memberCities: { stateCode: string; name: Bilingual; newIn2024: boolean }[];
  activities2024: TeamActivitySeed[];
  theoryOfChange: { results: Bilingual[]; conditions: Bilingual[] };
  expertAdvisors: string[];
  advisoryPanel: string[];
  /** Experts that the sources announce for a later year. */
  laterAdvisors: { institutionKey: string; sinceYear: number }[];
  nextSteps: Bilingual[];
  objective2024: Bilingual | null;
  products2024: (Bilingual & { sources: string[] })[];
  sessions: TeamSessionSeed[];
  notes: Bilingual[];
  sources: string[];
}

/** Who led a team in which years, as far as public sources tell. */
export interface TeamLeadSeed {
  teamKey: string;
  fromYear: number;
  toYear: number;
  lead: Bilingual;
  stateCode: string;
  sources: string[];
}

/** A mechanism of dialogue: civil society, private sector, academia. */
export interface DialogueSeed {
  key: 'civil_society' | 'private_sector' | 'academia';
  name: Bilingual;
  lead: Bilingual | null;
  /** Who led it before, by year. */
  earlierLeads?: { year: number; lead: Bilingual; sources: string[] }[];
  /** Null: no source words it. */
  status: Bilingual | null;
  launchedOn: string | null;
  steps: DialogueStep[];
  areas: Bilingual[];
  sources: string[];
}

/** A project of the fund or of the good practices. `executingEntity` is a key of an institution; percent 0 to 100. */
export interface ProjectSeed {
  key: string;
  /** Last day of what `expectedEnd` names. */
  expectedEndOn: string | null;
  expectedEndPrecision: 'day' | 'month' | 'year' | 'not_stated';
  beneficiariesExpected: number | null;
  beneficiariesQualifier: Qualifier | null;
  /** People whom the source counts apart. */
  furtherBeneficiaries?: { people: number; qualifier: Qualifier; nameEn: string; nameEs: string }[];
  /** Codes of commitments that a source names with it. */
  commitments: string[];
  /** What each source reported, with the day for which it holds as exactly as the source knows it. */
  reports: {
    asOf: string | null;
    asOfPrecision: 'day' | 'month' | 'year' | 'not_stated';
    percent: number | null;
    statusEn: string | null;
    statusEs: string | null;
    reached: number | null;
    reachedQualifier: Qualifier | null;
    sources: string[];
  }[];
  stateCode: string;
  executingEntity: string;
  title: Bilingual;
  percentCompleteReported: number | null;
  status: Bilingual;
  expectedEnd: Bilingual | null;
  note: Bilingual | null;
  sources: string[];
}

/** The MIRPS Fund. */
export interface FundSeed {
  managedBy: string;
  donor: string;
  donorNote: Bilingual;
  donorAmount: { value: number; currency: string };
  beneficiariesExpected: number;
  beneficiariesExpectedQualifier: Qualifier | null;
  legalBasis: Bilingual;
  notes: Bilingual[];
  projects: ProjectSeed[];
  sources: string[];
}

/** The projects that bring good practices to other States. */
export interface GoodPracticesSeed {
  donor: string;
  donorNote: Bilingual;
  committee: string[];
  note: Bilingual;
  selectedInText: number;
  projects: ProjectSeed[];
  followUp: Bilingual;
  sources: string[];
}

/** The Support Platform. */
export interface SupportPlatformSeed {
  launched: number;
  memberStates: Bilingual[];
  memberOrganisations: Bilingual[];
  /** Of an earlier list that later ones leave out. */
  formerMemberStates: { name: Bilingual; fromYear: number; untilYear: number }[];
  chairs: {
    chair: Bilingual;
    fromYear: number;
    untilYear: number | null;
    period: Bilingual;
    note: Bilingual | null;
    sources: string[];
  }[];
  priorities: { chair: Bilingual; text: Bilingual }[];
  learningEvents2023: Bilingual[];
  notes: Bilingual[];
  sources: string[];
}

/** An event at the OAS; `heldOn` null: only the year is known. With precision `month` it is the first day of the month. */
export interface OasEventSeed {
  heldOn: string | null;
  precision: 'day' | 'month' | 'year';
  year: number;
  name: Bilingual;
  detail: Bilingual | null;
  sources: string[];
}

/** The costing of commitments. */
export interface QuantificationSeed {
  model: Bilingual;
  first: number;
  updated: number;
  updateNote: Bilingual;
  gap2019: { value: number; currency: string };
  gapScope: Bilingual;
  mexico2020: Bilingual;
  /** Money said in public of which no source tells that it was paid. */
  announced: AnnouncedSeed[];
  sources: string[];
}

export interface AnnouncedSeed {
  key: string;
  year: number;
  contributorEn: string;
  contributorEs: string;
  /** Decimal text. */
  amount: string;
  currency: string;
  sources: string[];
}

/** The regional layer of 2024 in one piece. */
export interface RegionalSeed {
  year: 2024;
  contextFigures: ContextFigureSeed[];
  actionPlan2024: RegionalPlanBody;
  pledges2023: PledgesSeed;
  teams: TeamSeed[];
  teamLeadsByYear: TeamLeadSeed[];
  dialogueMechanisms: DialogueSeed[];
  mirpsFund: FundSeed;
  goodPracticeProjects: GoodPracticesSeed;
  supportPlatform: SupportPlatformSeed;
  oasEvents: OasEventSeed[];
  quantification: QuantificationSeed;
}
