import { moveBetween, type Move, type SnapshotCommitment, type SnapshotSchedule } from '#features/rollups';
import type { Outlook, Stage } from '#features/progress';
import type { ContentIndex } from '../report.index.js';

/** A commitment whose stage is another one than in the last annual cycle. */
export interface StageMoved {
  commitment: SnapshotCommitment;
  from: Stage;
  to: Stage;
  move: Move;
}

/** Why a commitment is at risk. Days are those that passed by the end of the reported period. */
export type RiskReason =
  | { kind: 'outlook'; outlook: Outlook }
  | { kind: 'target'; dueOn: string }
  | { kind: 'milestone'; milestone: Milestone; dueOn: string }
  | { kind: 'finding' };

export interface AtRisk {
  commitment: SnapshotCommitment;
  reasons: RiskReason[];
}

/** Something that a plan has due: a milestone, or the commitment itself by its target date. */
export interface DueItem {
  commitment: SnapshotCommitment;
  dueOn: string;
  milestone: Milestone | null;
}

/** Commitments without an approved update in the cycle, by who leads them. */
export interface Unreported {
  stateCode: string;
  /** Lead institutions; empty where the plan names none. */
  lead: SnapshotCommitment['institutions'];
  /** Without an update, but the State said why. */
  explained: SnapshotCommitment[];
  /** Without either. */
  silent: SnapshotCommitment[];
}

type Milestone = SnapshotSchedule['milestones'][number];

/** Whether the snapshot holds stages of the last annual cycle. */
export const comparesStages = ({ content }: ContentIndex): boolean =>
  content.others.earlier?.some(isOfAnnual) ?? false;

/** In a mid-year cycle the other kind is the annual one. */
const isOfAnnual = ({ id }: { id: string }): boolean => id.startsWith('other/');

/** Commitments that were reported in both cycles, with another stage. */
export function stageMoves(index: ContentIndex): StageMoved[] {
  const before = new Map(
    (index.content.others.earlier ?? [])
      .filter(isOfAnnual)
      .map(({ commitmentId, stage }) => [commitmentId, stage]),
  );
  return index.commitments.flatMap((commitment) => {
    const [from, to] = [before.get(commitment.id), index.update(commitment.id)?.stage];
    const move = from && to ? moveBetween(from, to) : null;
    return from && to && move ? [{ commitment, from, to, move }] : [];
  });
}

/**
 * A commitment is at risk when its State assessed it so (at risk or off track), when a day of its plan passed by the end of
 * the reported period and no approved update says that it was reached, or when a finding on what was reported of it stands
 * without an answer. Of fulfilled and discontinued ones no day passes.
 */
export function atRiskOf(index: ContentIndex): AtRisk[] {
  const { factsTo } = index.content.cycle;
  const overdue = Map.groupBy(
    dated(index).filter(({ dueOn }) => dueOn <= factsTo),
    ({ commitment }) => commitment.id,
  );
  const found = openFindings(index);
  return index.commitments.flatMap((commitment) => {
    const outlook = index.update(commitment.id)?.outlook;
    const reasons: RiskReason[] = [
      ...(outlook === 'at_risk' || outlook === 'off_track' ? [{ kind: 'outlook' as const, outlook }] : []),
      ...(overdue.get(commitment.id) ?? []).map(({ milestone, dueOn }) =>
        milestone ? { kind: 'milestone' as const, milestone, dueOn } : { kind: 'target' as const, dueOn },
      ),
      ...(found.has(commitment.id) ? [{ kind: 'finding' as const }] : []),
    ];
    return reasons.length === 0 ? [] : [{ commitment, reasons }];
  });
}

/** What the plans have due after the reported period until the year's end, by day. */
export function dueUntilYearsEnd(index: ContentIndex): DueItem[] {
  const { factsTo, year } = index.content.cycle;
  return dated(index)
    .filter(({ dueOn }) => factsTo < dueOn && dueOn <= `${year}-12-31`)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Who has commitments without an approved update in the cycle. */
export function unreportedOf(index: ContentIndex): Unreported[] {
  const without = index.commitments.filter(({ id }) => index.standing(id) !== 'reported');
  const leadOf = ({ institutions }: SnapshotCommitment) => institutions.filter(({ role }) => role === 'lead');
  const groups = Map.groupBy(without, (each) =>
    JSON.stringify([each.stateCode, ...leadOf(each).map(({ nameEn }) => nameEn)]),
  );
  const place = new Map(index.states.map(({ id }, i) => [id, i]));
  return [...groups.values()]
    .map((some) => ({
      stateCode: some[0]?.stateCode ?? '',
      lead: some[0] ? leadOf(some[0]) : [],
      explained: some.filter(({ id }) => index.standing(id) === 'explained'),
      silent: some.filter(({ id }) => index.standing(id) !== 'explained'),
    }))
    .sort((a, b) => (place.get(a.stateCode) ?? 0) - (place.get(b.stateCode) ?? 0));
}

/** Every day that a plan in force sets and that was not reached yet, by commitment. */
function dated(index: ContentIndex): DueItem[] {
  return (index.content.others.schedule ?? []).flatMap(({ id, dueOn, stage, milestones }) => {
    const commitment = index.commitment(id);
    if (!commitment || stage === 'fulfilled' || stage === 'discontinued') return [];
    const open = milestones.filter(({ percent }) => percent === null || Number(percent) < 100);
    return [
      ...open.flatMap((milestone) =>
        milestone.dueOn === null ? [] : [{ commitment, dueOn: milestone.dueOn, milestone }],
      ),
      ...(dueOn === null ? [] : [{ commitment, dueOn, milestone: null }]),
    ];
  });
}

/** Commitments with a finding that stands and that nobody answered, on the update or on a fact told with it. */
function openFindings(index: ContentIndex): Set<string> {
  const notes = index.content.others.regional.find(({ id }) => id === 'data_notes')?.content;
  const open = (Array.isArray(notes) ? (notes as Partial<FrozenFinding>[]) : []).filter(
    ({ answer, stands }) => !answer && stands !== false,
  );
  return new Set(
    open.flatMap(({ factId, about }) => {
      const fact = index.facts.find(({ id }) => id === factId);
      const owner = fact ? index.owner(fact) : index.commitments.find(({ code }) => code === about);
      return owner ? [owner.id] : [];
    }),
  );
}

/** What `data_notes` hold of a finding. */
interface FrozenFinding {
  factId: string | null;
  about: string | null;
  answer: string | null;
  stands: boolean;
}
