import { Inject, Injectable } from '@nestjs/common';
import { CYCLE } from '#features/cycles';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, notFound } from '#platform/http';
import type { StageMovesDto } from './stage-moves.dto.js';
import { STAGE_PAIRS } from './stage-moves.queries.js';
import { moveBetween, MOVES } from './stage-moves.rules.js';

type Pair = Omit<StageMovesDto['items'][number], 'move'>;
type Read = Omit<StageMovesDto, 'items' | 'states'> & { pairs: Pair[] };

/** Tells which commitments changed their stage since the cycles before. */
@Injectable()
export class StageMoves {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /**
   * By approved updates of both cycles; where the actor may not read them yet, by published ones.
   * @throws DomainError not_found
   */
  async of(cycleKey: string, actor: Actor, state?: string): Promise<StageMovesDto> {
    const { submitted } = this.access.reachOf(actor, 'rollup.read');
    const row = await this.database.one<Read & Record<string, unknown>>(
      STAGE_PAIRS,
      [cycleKey, submitted === 'all' ? null : submitted, state ?? null],
      'stage_pairs',
    );
    if (!row) throw notFound(CYCLE);
    const { pairs, ...cycle } = row;
    const moved = pairs.map((pair) => ({ ...pair, move: moveBetween(pair.from, pair.to) }));
    const groups = Map.groupBy(moved, ({ stateCode, since }) => `${stateCode} ${since}`);
    return {
      ...cycle,
      states: [...groups.values()].map((mine) => ({
        stateCode: mine[0]?.stateCode ?? '',
        since: mine[0]?.since ?? 'same',
        compared: mine.length,
        ...countsOf(mine.map(({ move }) => move)),
      })),
      items: moved.flatMap((item) => (item.move === null ? [] : [{ ...item, move: item.move }])),
    };
  }
}

const countsOf = (moves: (string | null)[]) =>
  Object.fromEntries(MOVES.map((word) => [word, moves.filter((move) => move === word).length])) as Record<
    (typeof MOVES)[number],
    number
  >;
