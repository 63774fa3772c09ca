import { Inject, Injectable } from '@nestjs/common';
import { FindingsService } from '#features/quality';
import { Database } from '#platform/database';
import { RegionalLayer } from './regional-layer.js';
import { type PreviousCell, type PreviousCells, rollup, type RollupRow } from './rollup.rules.js';
import { RollupsService } from './rollups.service.js';
import type {
  SnapshotContent,
  SnapshotCycle,
  SnapshotFact,
  SnapshotFigure,
  SnapshotFrame,
  SnapshotRow,
  SnapshotUpdate,
} from './snapshot.content.js';
import {
  SNAPSHOT_FACT_IDS,
  SNAPSHOT_FACTS,
  SNAPSHOT_FIGURES,
  SNAPSHOT_FRAME,
  SNAPSHOT_UPDATES,
} from './snapshot.queries.js';
import { type Json, type Snapshot as Frozen, snapshotOf } from './snapshot.rules.js';

/** Key of the section that holds what the checks of figures found and what was answered. */
const DATA_NOTES = 'data_notes';

/** Puts together what a snapshot holds, the first time and on any later day from the rows that it names. */
@Injectable()
export class SnapshotAssembly {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RollupsService) private readonly rollups: RollupsService,
    @Inject(RegionalLayer) private readonly layer: RegionalLayer,
    @Inject(FindingsService) private readonly findings: FindingsService,
  ) {}

  /** The numbers of a cycle as they are now, with the rows behind them. */
  async freeze(cycleId: string): Promise<Frozen> {
    const rows = await this.rollups.rows(cycleId);
    const updateIds = rows.flatMap((row) => row.updateId ?? []);
    const facts = await this.database.query<{ id: string }>(SNAPSHOT_FACT_IDS, [cycleId, updateIds]);
    const { cycle, ...frame } = await this.json<Omit<SnapshotFrame, 'regional'> & { cycle: SnapshotCycle }>(
      SNAPSHOT_FRAME,
      cycleId,
    );
    const others = {
      ...frame,
      regional: [
        ...(await this.layer.of(cycle)),
        { id: DATA_NOTES, content: await this.findings.notesOf(cycleId) },
      ],
      rows: rows.map(frozenRow),
      previous: frozenPrevious(await this.rollups.previous(cycleId)),
    };
    return this.assemble(
      cycle,
      others,
      updateIds,
      facts.map(({ id }) => id),
    );
  }

  /** The same numbers again, from the rows that a snapshot names. */
  recompute({ cycle, others, updates, facts }: SnapshotContent): Promise<Frozen> {
    return this.assemble(cycle, others, idsOf(updates), idsOf(facts));
  }

  /** Everything that rows of ours say is read again here; only the frame (names, texts, weights) is taken as given. */
  private async assemble(
    cycle: SnapshotCycle,
    others: SnapshotContent['others'],
    updateIds: string[],
    factIds: string[],
  ): Promise<Frozen> {
    const updates = await this.json<SnapshotUpdate[]>(SNAPSHOT_UPDATES, updateIds);
    const facts = await this.json<SnapshotFact[]>(SNAPSHOT_FACTS, factIds);
    const figures = await this.json<SnapshotFigure[]>(SNAPSHOT_FIGURES, factIds);
    const cells = rollup(countedRows(others.rows, updates), previousOf(others.previous));
    return snapshotOf({
      cycle: { ...cycle },
      cells,
      ...(asRecords({ updates, facts, figures }) as Collections),
      others: asRecords({ ...others }),
    });
  }

  private async json<T>(sql: string, parameter: string | string[]): Promise<T> {
    const row = await this.database.one<{ json: string }>(sql, [parameter]);
    return JSON.parse(row?.json ?? 'null') as T;
  }
}

type Collections = Record<'updates' | 'facts' | 'figures', { id: string; [key: string]: Json | undefined }[]>;

/** The same data under the type that canonical JSON takes; it came out of PostgreSQL as JSON. */
const asRecords = (
  collections: Record<string, readonly { id: string }[]>,
): Record<string, { id: string; [key: string]: Json | undefined }[]> =>
  collections as unknown as Record<string, { id: string; [key: string]: Json | undefined }[]>;

const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

function frozenRow({
  commitmentId,
  updateId,
  stateCode,
  areaKey,
  sharedAreaKey,
  weight,
  reported,
  carriedForward,
  explained,
}: RollupRow): SnapshotRow {
  return {
    id: commitmentId,
    updateId,
    stateCode,
    areaKey,
    sharedAreaKey,
    weight: weight === null ? null : String(weight),
    reported,
    carriedForward,
    explained,
  };
}

/** The rows to count: who counts as the snapshot says, how far as the updates say. */
function countedRows(rows: readonly SnapshotRow[], updates: readonly SnapshotUpdate[]): RollupRow[] {
  const byId = new Map(updates.map((update) => [update.id, update]));
  return rows.map(({ id, ...row }) => {
    const update = row.updateId === null ? undefined : byId.get(row.updateId);
    return {
      ...row,
      commitmentId: id,
      stage: update?.stage ?? null,
      outlook: update?.outlook ?? null,
      percent: update?.percent ?? null,
      illustrative: (update?.illustrative.length ?? 0) > 0,
    };
  });
}

function frozenPrevious({ sameKind, otherKind }: PreviousCells): SnapshotContent['others']['previous'] {
  const named = (which: string) => (cell: PreviousCell) => ({
    id: [which, cell.level, cell.stateCode, cell.areaKey].join('/'),
    ...cell,
  });
  return [...sameKind.map(named('same')), ...otherKind.map(named('other'))];
}

function previousOf(previous: SnapshotContent['others']['previous']): PreviousCells {
  const of = (which: string) => previous.filter(({ id }) => id.startsWith(`${which}/`));
  return { sameKind: of('same'), otherKind: of('other') };
}
