import type { InstitutionRole, Priority, RoleBasis } from './plan.vocabulary.js';

/** A milestone as somebody writes it. Weights are relative to the other milestones of the commitment; absent counts as 1. */
export interface MilestoneContent {
  titleEn: string;
  titleEs: string;
  weight?: number | null;
  /** `2024-12-31` */
  dueOn?: string | null;
}

/** An institution of a commitment, by its key; `basis` says whether the plan names it in that role or somebody concluded it. */
export interface CommitmentInstitutionContent {
  key: string;
  role: InstitutionRole;
  basis?: RoleBasis | null;
  /** Why it was inferred */
  basisNoteEn?: string | null;
  basisNoteEs?: string | null;
}

/** A commitment as somebody writes it, before it has an identity. Days are texts like `2024-12-31`. */
export interface CommitmentContent {
  /** The commitment of the State that this one continues, such as `MX-05`; absent: a new one, with the next code. */
  code?: string | null;
  areaKey: string;
  titleEn: string;
  titleEs: string;
  summaryEn?: string | null;
  summaryEs?: string | null;
  actionMode?: string | null;
  targetGroups?: string[];
  startsOn?: string | null;
  dueOn?: string | null;
  continuous?: boolean;
  priority?: Priority;
  /** Relative to the other commitments of the plan; null in all of them: each counts the same. */
  weight?: number | null;
  institutions?: CommitmentInstitutionContent[];
  milestones?: MilestoneContent[];
}

/** A plan as somebody writes it: empty, with its commitments, or from a template. */
export interface PlanContent {
  stateCode: string;
  titleEn: string;
  titleEs: string;
  noteEn?: string | null;
  noteEs?: string | null;
  /** How many commitments the State published, with where it says so. */
  publishedCommitments?: number | null;
  publishedSource?: string | null;
  publishedSourceUrl?: string | null;
  /** What to know of that number */
  publishedNoteEn?: string | null;
  publishedNoteEs?: string | null;
  /** Key of the template whose commitments, basis and note the plan takes over; not together with `commitments`. */
  template?: string | null;
  commitments?: CommitmentContent[];
}

/** What plans can start from. The notes tell readers that the words are not the State's own. */
export interface PlanTemplateContent {
  titleEn: string;
  titleEs: string;
  noteEn: string;
  noteEs: string;
  commitments: CommitmentContent[];
}
