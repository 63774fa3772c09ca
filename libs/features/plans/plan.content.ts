import type { InstitutionRole, Priority } from './plan.vocabulary.js';

/** A milestone as somebody writes it. Weights are relative to the other milestones of the commitment; absent counts as 1. */
export interface MilestoneContent {
  titleEn: string;
  titleEs: string;
  weight?: number | null;
  /** `2024-12-31` */
  dueOn?: string | null;
}

/** An institution of a commitment, by its key. `basis` says how the source names the role ("named", "inferred ..."). */
export interface CommitmentInstitutionContent {
  key: string;
  role: InstitutionRole;
  basis?: string | null;
}

/** A commitment as somebody writes it, before it has an identity. Days are texts like `2024-12-31`. */
export interface CommitmentContent {
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
