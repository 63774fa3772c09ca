import { pipeline, Readable, Transform } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { Database } from '#platform/database';
import type { Actor } from '#platform/http';
import { CopyOut } from './copy-out.js';
import { Places } from './places.js';
import { ProgressAccess } from './progress.access.js';
import { Statement } from './statement.js';

export type ExportFormat = 'csv' | 'json';

/** COPY takes no parameters: values enter as quoted literals. */
class LiteralStatement extends Statement {
  override param(value: string | readonly string[] | null): string {
    if (value === null) return 'NULL';
    return typeof value === 'string'
      ? pg.escapeLiteral(value)
      : `ARRAY[${value.map(pg.escapeLiteral).join(', ')}]::text[]`;
  }
}

/** Columns in the order of the file; `true` marks text that people wrote. */
const COLUMNS: readonly (readonly [name: string, sql: string, written?: true])[] = [
  ['updateId', 'u.id'],
  ['state', 'u.state_code'],
  ['commitment', 'co.code'],
  ['titleEn', 'v.title_en', true],
  ['titleEs', 'v.title_es', true],
  ['area', 'u.area_key'],
  ['cycle', 'cy.key'],
  ['periodEnd', 'u.period_end'],
  ['revision', 'u.revision'],
  ['isLatest', 'u.is_latest'],
  ['reviewState', 'u.review_state'],
  ['stage', 'u.stage'],
  ['outlook', 'u.outlook'],
  ['percent', 'u.percent'],
  ['percentSource', 'u.percent_source'],
  ['noChange', 'u.no_change'],
  ['narrativeEn', 'u.narrative_en', true],
  ['narrativeEs', 'u.narrative_es', true],
  ['challengesEn', 'u.challenges_en', true],
  ['challengesEs', 'u.challenges_es', true],
  ['nextStepsEn', 'u.next_steps_en', true],
  ['nextStepsEs', 'u.next_steps_es', true],
  ['supportNeededEn', 'u.support_needed_en', true],
  ['supportNeededEs', 'u.support_needed_es', true],
  ['illustrative', 'u.illustrative'],
  ['revisionReason', 'u.revision_reason', true],
  ['submittedAt', 'u.submitted_at'],
  ['decidedAt', 'u.decided_at'],
  ['updatedAt', 'u.updated_at'],
];

/** A cell that begins like a formula would be carried out by a spreadsheet; an apostrophe keeps it text. */
const harmless = (cell: string): string =>
  `CASE WHEN left(${cell}, 1) IN ('=', '+', '-', '@', E'\\t', E'\\r') THEN '''' || ${cell} ELSE ${cell} END`;

/** Characters that JSON never holds as such, so that COPY writes each line as it is. */
const RAW_LINES = `(FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;

/**
 * Whole years of updates as files. PostgreSQL writes the text itself (COPY) and pauses when the client reads slowly, so
 * that memory stays flat; a client that goes away takes its database connection with it at once.
 */
@Injectable()
export class UpdatesExport {
  private readonly places: Places;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {
    // Exports are long: most connections stay free for everybody else. The others wait for their turn.
    this.places = new Places(Math.max(1, Math.floor((database.pool.options.max ?? 10) / 3)));
  }

  /** The updates of a year that the actor may see, as bytes. Destroying the stream ends the query. */
  async stream(actor: Actor, year: number, format: ExportFormat): Promise<Readable> {
    const leave = await this.places.enter();
    try {
      const client = await this.database.pool.connect();
      const rows = client.query(new CopyOut(this.text(actor, year, format)));
      const bytes = format === 'csv' ? passOn() : jsonArray();
      pipeline(rows, bytes, (error) => {
        if (error) {
          client.release(error); // closes the connection: PostgreSQL stops as soon as it notices
          leave();
        } else {
          void rows.done.then(() => {
            client.release();
            leave();
          });
        }
      });
      return bytes;
    } catch (error) {
      leave();
      throw error;
    }
  }

  private text(actor: Actor, year: number, format: ExportFormat): string {
    const sql = new LiteralStatement();
    const visible = this.access
      .visible(this.access.readScope(actor), sql, 'u')
      .map((condition) => `AND ${condition}`);
    const csv = format === 'csv';
    const columns = COLUMNS.map(
      ([name, column, written]) => `${csv && written ? harmless(column) : column} AS "${name}"`,
    ).join(', ');
    const from = `
        FROM cycles cy JOIN updates u ON u.cycle_id = cy.id JOIN commitments co ON co.id = u.commitment_id
        LEFT JOIN plans p ON p.state_code = u.state_code AND p.status = 'adopted'
        LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = u.commitment_id
       WHERE cy.year = ${Math.trunc(year)} ${visible.join(' ')}`;
    return csv
      ? `COPY (SELECT ${columns} ${from}) TO STDOUT WITH (FORMAT csv, HEADER)`
      : `COPY (SELECT ',' || (SELECT row_to_json(r) FROM (SELECT ${columns}) r)::text ${from}) TO STDOUT WITH ${RAW_LINES}`;
  }
}

const passOn = (): Transform =>
  new Transform({ transform: (chunk: Buffer, _encoding, done) => done(null, chunk) });

/** Every line begins with a comma; the first one becomes the bracket, so that no line has to be looked at. */
function jsonArray(): Transform {
  let begun = false;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      if (begun) return done(null, chunk);
      begun = true;
      done(null, Buffer.concat([Buffer.from('['), chunk.subarray(1)]));
    },
    flush: (done) => done(null, begun ? ']\n' : '[]\n'),
  });
}
