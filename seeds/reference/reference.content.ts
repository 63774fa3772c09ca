import type { CommitmentContent, CommitmentInstitutionContent, PlanBasis } from '#features/plans';
import type { AnnualMeetingBody, RegionalDocumentBody, TermKind } from '#features/regional';
import type { AreaContent, InstitutionContent, PresidencyContent, StateContent } from '#features/states';

/** A State with where its national mechanism is described. */
export interface StateSeed extends StateContent {
  mechanismSources: string[];
  mechanismNoteEn: string | null;
  mechanismNoteEs: string | null;
}

/** A Presidency. A boundary of `month` or `year` precision is the first day of that month or year. */
export interface PresidencySeed extends PresidencyContent {
  noteEn: string;
  noteEs: string;
  sources: string[];
}

/** One Annual Meeting. `heldOn` is null where no source confirms a date. */
export type AnnualMeetingSeed = AnnualMeetingBody & { ordinal: number };

/** A declaration or the Statutory Charter. */
export type RegionalDocumentSeed = RegionalDocumentBody & { key: string };

/** A word of a closed list with its names. */
export interface NamedKey {
  key: string;
  nameEn: string;
  nameEs: string;
}

/** An area; `shared` ones belong to all States. */
export interface AreaSeed extends AreaContent {
  shared: boolean;
  stateCode: string | null;
  mapsTo: string | null;
}

/** Areas, the sections of facts that belong to no area, and the sections of the published national chapters in order. */
export interface AreasSeed {
  areas: AreaSeed[];
  sections: NamedKey[];
  reportSections: (NamedKey & { position: number })[];
}

/** An institution. `kind` says what sort of body it is; groups and mechanisms are institutions too. */
export interface InstitutionSeed extends InstitutionContent {
  stateCode: string | null;
  acronym: string | null;
  kind:
    | 'academia'
    | 'civil_society'
    | 'cooperation'
    | 'government'
    | 'information_system'
    | 'international_organisation'
    | 'local_government'
    | 'mechanism'
    | 'private_sector'
    | 'service';
  source: string;
  noteEn: string | null;
  noteEs: string | null;
}

/** How a commitment could be measured: our inference, not the plan's words. */
export interface SuggestedMeasure {
  basis: 'inference';
  textEn: string;
  textEs: string;
}

/** An institution of a commitment; `named` by the plan or `inferred`, with why. */
export interface PlanInstitutionSeed extends CommitmentInstitutionContent {
  basis: 'named' | 'inferred';
  basisNoteEn: string | null;
  basisNoteEs: string | null;
}

/** A number that the plan itself states for a commitment; `value` null: it lists without counting. */
export interface PlanFigureSeed {
  kind: 'scope' | 'amount';
  value: number | null;
  currency: string | null;
  unitEn: string;
  unitEs: string;
  detailEn: string;
  detailEs: string;
}

/** One commitment of the template: wording without a national name, no institution. */
export interface TemplateCommitmentSeed extends CommitmentContent {
  /** 1 to 33 */
  number: number;
  summaryEn: string;
  summaryEs: string;
  /** Keys of `actionModes`, joined by ` + ` */
  actionMode: string;
  /** Keys of the population groups */
  targetGroups: string[];
  suggestedMeasure: SuggestedMeasure;
}

/** The 33 commitments that a plan of any State can start from. */
export interface TemplateSeed {
  titleEn: string;
  titleEs: string;
  /** To be shown wherever a plan of this template is shown. */
  noteEn: string;
  noteEs: string;
  sourceEn: string;
  sourceEs: string;
  commitments: TemplateCommitmentSeed[];
}

/** One commitment of Mexico's plan. */
export interface MexicoCommitmentSeed extends TemplateCommitmentSeed {
  /** `MX-01` */
  code: string;
  institutions: PlanInstitutionSeed[];
  figures: PlanFigureSeed[];
  noteEn: string | null;
  noteEs: string | null;
}

/** Mexico's National Action Plan. */
export interface MexicoPlanSeed {
  stateCode: 'MX';
  titleEn: string;
  titleEs: string;
  asOfEn: string;
  asOfEs: string;
  numberingNoteEn: string;
  numberingNoteEs: string;
  sources: string[];
  areas: { areaKey: string; commitments: number; objectiveEn: string; objectiveEs: string }[];
  actionModes: NamedKey[];
  /** `roundtable`, `secretariat` and `chair` are keys of institutions. */
  governance: {
    roundtable: string;
    chairEn: string;
    chairEs: string;
    purposeEn: string;
    purposeEs: string;
    secretariat: string;
    technicalGroups: { topicEn: string; topicEs: string; chair: string }[];
  };
  milestones: { year: number | null; textEn: string; textEs: string }[];
  priorityCommitments2020: { textEn: string; textEs: string }[];
  commitments: MexicoCommitmentSeed[];
}

/** How many commitments a State published, with its split; the demo's own plan of that State is another matter. */
export interface StatePlanSeed {
  stateCode: string;
  basis: PlanBasis;
  publishedCommitments: number;
  /** `areaKey` null: the source gives a group without a label. */
  areaSplit: { areaKey: string | null; labelEn: string; labelEs: string; count: number }[];
  sources: string[];
  caveatEn: string;
  caveatEs: string;
  /** What other sources count. */
  otherTotals: { value: number; textEn: string; textEs: string; source: string }[];
}

/** Published numbers of commitments, with their sum and what the press said. */
export interface PlanCountsSeed {
  states: StatePlanSeed[];
  sum: number;
  otherRegionalTotal: {
    value: number;
    qualifier: 'more_than';
    textEn: string;
    textEs: string;
    source: string;
  };
}

/** An acronym; several States use the same one for different bodies, so it is unique per State only. */
export interface GlossarySeed {
  /** Null: regional */
  stateCode: string | null;
  acronym: string;
  termEn: string;
  termEs: string;
  kind: TermKind;
  institutionKey: string | null;
  source: string;
  noteEn: string | null;
  noteEs: string | null;
}
