import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** So many at once: each batch holds its rows for some tenths of a second. */
const BATCH = 500;

/** Makes the words of what was written lately, so that searches need not. */
@Injectable()
export class SearchWords {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Until nothing waits that nobody else has in hand. @returns how many rows */
  async settle(): Promise<number> {
    let all = 0;
    for (let settled = BATCH; settled === BATCH; all += settled) {
      const row = await this.database.one<{ settled: number }>('SELECT search_settle($1) AS settled', [
        BATCH,
      ]);
      settled = row?.settled ?? 0;
    }
    return all;
  }
}
