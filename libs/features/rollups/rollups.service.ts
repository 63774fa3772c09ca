import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { tellLive } from '#features/live';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, notFound, RawJson } from '#platform/http';
import {
  DROP_OTHER_CELLS,
  FOLLOWING_CYCLES,
  MATRIX,
  PREVIOUS_CELLS,
  ROLLUP_ROWS,
  STORE_CELLS,
} from './rollup.queries.js';
import {
  type PreviousCell,
  type PreviousCells,
  type RollupCell,
  type RollupLevel,
  type RollupRow,
  rollup,
  rollupRegion,
  rollupStates,
} from './rollup.rules.js';

const STATE_LEVELS: RollupLevel[] = ['state_area', 'state'];
const REGION_LEVELS: RollupLevel[] = ['area', 'region'];

/** Computes the stored rollups of a cycle and reads them back. */
@Injectable()
export class RollupsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Recomputes one State's cells. Safe to repeat; two at once wait for each other. */
  recomputeState(cycleId: string, stateCode: string): Promise<void> {
    return this.alone(cycleId, stateCode, async () => {
      const cells = rollupStates(await this.rows(cycleId, stateCode), await this.previous(cycleId));
      await this.store(cycleId, cells, STATE_LEVELS, stateCode);
    });
  }

  /** Recomputes the cells of the region and its areas from every State's commitments. */
  recomputeRegion(cycleId: string): Promise<void> {
    return this.alone(cycleId, '', async () => {
      const cells = rollupRegion(await this.rows(cycleId), await this.previous(cycleId));
      await this.store(cycleId, cells, REGION_LEVELS, null);
    });
  }

  /** Recomputes every cell of a cycle. @returns the cells */
  recomputeCycle(cycleId: string): Promise<RollupCell[]> {
    return this.alone(cycleId, '', async () => {
      const cells = rollup(await this.rows(cycleId), await this.previous(cycleId));
      await this.store(cycleId, cells, [...STATE_LEVELS, ...REGION_LEVELS], null);
      return cells;
    });
  }

  /** One row a commitment of the plans in force, of one State or of all. */
  rows(cycleId: string, stateCode: string | null = null): Promise<RollupRow[]> {
    return this.database.query<RollupRow>(ROLLUP_ROWS, [cycleId, stateCode], 'rollup_rows');
  }

  /** The cells of the cycles that this one is compared with. */
  async previous(cycleId: string): Promise<PreviousCells> {
    const cells = await this.database.query<PreviousCell & { same: boolean }>(
      PREVIOUS_CELLS,
      [cycleId],
      'rollup_previous',
    );
    const of = (same: boolean): PreviousCell[] =>
      cells
        .filter((cell) => cell.same === same)
        .map(({ level, stateCode, areaKey, meanPercent, cycleKey, commitments, reported }) => ({
          level,
          stateCode,
          areaKey,
          meanPercent,
          cycleKey,
          commitments,
          reported,
        }));
    return { sameKind: of(true), otherKind: of(false) };
  }

  /** Ids of the running cycles whose numbers depend on this one's. */
  async following(cycleId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(FOLLOWING_CYCLES, [cycleId]);
    return rows.map(({ id }) => id);
  }

  /**
   * The matrix State x area with its totals, as stored. Before publication a person sees the cells of the States whose
   * submitted work they may read; the region's only who may read all.
   * @throws DomainError not_found
   */
  async matrix(cycleKey: string, actor: Actor): Promise<RawJson> {
    const { submitted } = this.access.reachOf(actor, 'rollup.read');
    const all = submitted === 'all';
    const row = await this.database.one<{ json: string }>(
      MATRIX,
      [cycleKey, all ? null : submitted, all],
      'rollup_matrix',
    );
    if (!row) throw notFound({ en: 'reporting cycle', es: 'ciclo de informes' });
    return new RawJson(row.json);
  }

  private async store(
    cycleId: string,
    cells: RollupCell[],
    levels: RollupLevel[],
    stateCode: string | null,
  ): Promise<void> {
    const json = JSON.stringify(cells);
    await this.database.execute(STORE_CELLS, [cycleId, json, this.clock.now()], 'rollup_store');
    await this.database.execute(DROP_OTHER_CELLS, [cycleId, levels, stateCode, json], 'rollup_drop');
    const state = stateCode ?? undefined;
    tellLive(this.database, { topic: 'rollups', for: { may: 'rollup.read', from: 'submitted', state } });
  }

  /** One computation at a time for a cycle and State, each seeing all that was committed before it began. */
  private alone<T>(cycleId: string, stateCode: string, work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [
        `rollup:${cycleId}:${stateCode}`,
      ]);
      return work();
    });
  }
}
