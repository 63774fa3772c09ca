import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type FileColumn, LiteralStatement, RowsFile, type RowsFormat } from '#platform/database';
import type { Actor } from '#platform/http';
import { ProgressAccess } from './progress.access.js';

/** Columns in the order of the file. */
const COLUMNS: readonly FileColumn[] = [
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

/** Whole years of updates as files. */
@Injectable()
export class UpdatesExport {
  constructor(
    @Inject(RowsFile) private readonly files: RowsFile,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /** The updates of a year that the actor may see, as bytes. Destroying the stream ends the query. */
  stream(actor: Actor, year: number, format: RowsFormat): Promise<Readable> {
    const sql = new LiteralStatement();
    const visible = this.access
      .visible(this.access.readScope(actor), sql, 'u')
      .map((condition) => `AND ${condition}`);
    return this.files.stream(
      format,
      COLUMNS,
      `FROM cycles cy JOIN updates u ON u.cycle_id = cy.id JOIN commitments co ON co.id = u.commitment_id
        LEFT JOIN plans p ON p.state_code = u.state_code AND p.status = 'adopted'
        LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = u.commitment_id
       WHERE cy.year = ${Math.trunc(year)} ${visible.join(' ')}`,
    );
  }
}
