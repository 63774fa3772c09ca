import type {
  RollupCell,
  RollupLevel,
  SnapshotCommitment,
  SnapshotContent,
  SnapshotFact,
  SnapshotFigure,
  SnapshotFrame,
  SnapshotPlan,
  SnapshotRow,
  SnapshotUpdate,
} from '#features/rollups';

export type SnapshotState = SnapshotFrame['states'][number];
export type SnapshotArea = SnapshotFrame['areas'][number];
export type SnapshotExplanation = SnapshotFrame['explanations'][number];

/** How one commitment stands in the cycle; every commitment is in exactly one of these. */
export type Standing = 'reported' | 'explained' | 'carried_forward' | 'not_reported';

/** Finds things in a snapshot by what they belong to. Everything comes in the order of the report. */
export class ContentIndex {
  readonly states: readonly SnapshotState[];
  readonly areas: readonly SnapshotArea[];
  readonly commitments: readonly SnapshotCommitment[];
  private readonly byId: ReadonlyMap<string, SnapshotCommitment>;
  private readonly rows: ReadonlyMap<string, SnapshotRow>;
  private readonly updates: ReadonlyMap<string, SnapshotUpdate>;
  private readonly explanations: ReadonlyMap<string, SnapshotExplanation>;
  private readonly figures = new Map<string, SnapshotFigure[]>();
  private readonly cells = new Map<string, RollupCell>();
  private readonly owned = new Map<string, SnapshotFact[]>();
  private readonly alsoFor = new Map<string, SnapshotFact[]>();
  private readonly free = new Map<string, SnapshotFact[]>();
  readonly facts: readonly SnapshotFact[];

  constructor(readonly content: SnapshotContent) {
    const { others, updates } = content;
    this.states = [...others.states].sort((a, b) => a.position - b.position || order(a.id, b.id));
    this.areas = [...others.areas].sort(
      (a, b) => Number(b.shared) - Number(a.shared) || a.position - b.position || order(a.id, b.id),
    );
    const place = new Map(this.states.map((state, i) => [state.id, i]));
    const rank = (code: string): number => place.get(code) ?? this.states.length;
    this.commitments = [...others.commitments].sort(
      (a, b) => rank(a.stateCode) - rank(b.stateCode) || a.number - b.number || order(a.id, b.id),
    );
    this.facts = [...content.facts].sort(
      (a, b) => rank(a.stateCode) - rank(b.stateCode) || a.position - b.position || order(a.id, b.id),
    );
    this.byId = new Map(this.commitments.map((commitment) => [commitment.id, commitment]));
    this.rows = new Map(others.rows.map((row) => [row.id, row]));
    const counted = new Set(others.rows.flatMap((row) => row.updateId ?? []));
    this.updates = new Map(
      updates.filter(({ id }) => counted.has(id)).map((update) => [update.commitmentId, update]),
    );
    this.explanations = new Map(others.explanations.map((explanation) => [explanation.id, explanation]));
    for (const cell of content.cells) this.cells.set(cellKey(cell.level, cell.stateCode, cell.areaKey), cell);
    for (const figure of [...content.figures].sort((a, b) => a.position - b.position || order(a.id, b.id)))
      add(this.figures, figure.factId, figure);
    for (const fact of this.facts) this.shelve(fact);
  }

  state(code: string): SnapshotState | undefined {
    return this.states.find(({ id }) => id === code);
  }

  area(key: string): SnapshotArea | undefined {
    return this.areas.find(({ id }) => id === key);
  }

  /** The shared area whose colour and column an area takes; null when it stands apart. */
  sharedKey(areaKey: string | null): string | null {
    const area = areaKey === null ? undefined : this.area(areaKey);
    return area === undefined ? null : area.shared ? area.id : area.mapsTo;
  }

  plan(stateCode: string): SnapshotPlan | undefined {
    return this.content.others.plans.find((plan) => plan.stateCode === stateCode);
  }

  commitment(id: string): SnapshotCommitment | undefined {
    return this.byId.get(id);
  }

  commitmentsOf(stateCode: string): SnapshotCommitment[] {
    return this.commitments.filter((commitment) => commitment.stateCode === stateCode);
  }

  /** The update that counts in this cycle. */
  update(commitmentId: string): SnapshotUpdate | undefined {
    return this.updates.get(commitmentId);
  }

  /** The area under which a commitment is counted: that of its update, else that of the plan. */
  areaOf(commitment: SnapshotCommitment): string {
    return this.rows.get(commitment.id)?.areaKey ?? commitment.areaKey;
  }

  explanation(commitmentId: string): SnapshotExplanation | undefined {
    return this.explanations.get(commitmentId);
  }

  standing(commitmentId: string): Standing {
    const row = this.rows.get(commitmentId);
    if (row?.reported && !row.carriedForward) return 'reported';
    if (row?.explained) return 'explained';
    return row?.carriedForward ? 'carried_forward' : 'not_reported';
  }

  /** Whether an earlier cycle's value stands for it; it is not counted as reported. */
  isCarriedForward(commitmentId: string): boolean {
    return this.rows.get(commitmentId)?.carriedForward ?? false;
  }

  cell(level: RollupLevel, stateCode = '', areaKey = ''): RollupCell | undefined {
    return this.cells.get(cellKey(level, stateCode, areaKey));
  }

  figuresOf(factId: string): SnapshotFigure[] {
    return this.figures.get(factId) ?? [];
  }

  /** Facts told with this commitment; each fact has one place only. */
  factsOf(commitmentId: string): SnapshotFact[] {
    return this.owned.get(commitmentId) ?? [];
  }

  /** Facts told elsewhere that answer this commitment too. */
  otherFactsOf(commitmentId: string): SnapshotFact[] {
    return this.alsoFor.get(commitmentId) ?? [];
  }

  /** A State's facts that answer no commitment. */
  freeFacts(stateCode: string): SnapshotFact[] {
    return this.free.get(stateCode) ?? [];
  }

  /** The commitment with which a fact is told: that of its update, else the first that it answers directly. */
  owner(fact: SnapshotFact): SnapshotCommitment | undefined {
    const counted = this.content.updates.find((update) => update.id === fact.updateId);
    const own = counted && this.byId.get(counted.commitmentId);
    if (own) return own;
    const answered = fact.commitments.flatMap(({ commitmentId, match }) => {
      const commitment = this.byId.get(commitmentId);
      return commitment ? [{ commitment, direct: match === 'direct' }] : [];
    });
    answered.sort((a, b) => Number(b.direct) - Number(a.direct) || a.commitment.number - b.commitment.number);
    return answered[0]?.commitment;
  }

  /** Whether a fact came in another cycle than this one: the year's mid-year cycle. */
  isOfMidYear(fact: SnapshotFact): boolean {
    return fact.updateId !== null && !this.content.updates.some(({ id }) => id === fact.updateId);
  }

  private shelve(fact: SnapshotFact): void {
    const owner = this.owner(fact);
    if (owner) add(this.owned, owner.id, fact);
    else add(this.free, fact.stateCode, fact);
    for (const { commitmentId } of fact.commitments)
      if (commitmentId !== owner?.id && this.byId.has(commitmentId)) add(this.alsoFor, commitmentId, fact);
  }
}

const cellKey = (level: string, stateCode: string, areaKey: string): string =>
  `${level}/${stateCode}/${areaKey}`;

/** By code units, so that no locale has a say. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
