import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Cycle } from '#features/cycles';
import { SnapshotRecordEntity as Snapshot } from '#features/rollups';
import { sqlList } from '#platform/database';
import type { Lang } from '#platform/http';
import {
  REPORT_FAILURES,
  REPORT_FORMATS,
  REPORT_LANGS,
  PAPER_KINDS,
  type PaperKind,
  REPORT_STATES,
  SUBJECT_KINDS,
  type ReportFailure,
  type ReportFormat,
  type ReportState,
} from './report.vocabulary.js';

/** A report that was asked for, with where its file is once it is made. One row for one snapshot, kind, subject, language, format and form. */
@Entity('reports')
@Unique('reports_what', ['snapshotId', 'kind', 'subject', 'lang', 'format', 'template'])
@Index('reports_created', ['createdAt', 'id'])
@Check('reports_kind', `kind IN (${sqlList(PAPER_KINDS)})`)
@Check('reports_subject', `(kind IN (${sqlList(SUBJECT_KINDS)})) = (subject <> '')`)
@Check('reports_lang', `lang IN (${sqlList(REPORT_LANGS)})`)
@Check('reports_format', `format IN (${sqlList(REPORT_FORMATS)})`)
@Check('reports_state', `state IN (${sqlList(REPORT_STATES)})`)
@Check('reports_progress', 'progress BETWEEN 0 AND 100')
@Check(
  'reports_failure',
  `failure IN (${sqlList(REPORT_FAILURES)}) AND (state = 'failed') = (failure IS NOT NULL)`,
)
@Check(
  'reports_file',
  `(state = 'done') = (storage_key IS NOT NULL AND sha256 IS NOT NULL AND bytes IS NOT NULL)`,
)
export class Report {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Snapshot)
  @Column('uuid')
  snapshotId: string;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  @Column('text')
  kind: PaperKind;

  /** Code of the State, key of the team or of the area that it is about; empty for the others. */
  @Column('text', { default: '' })
  subject: string;

  @Column('text')
  lang: Lang;

  @Column('text')
  format: ReportFormat;

  /** Form of the report: see REPORT_TEMPLATE. */
  @Column('integer')
  template: number;

  @Column('text', { default: 'queued' })
  state: ReportState;

  /** 0 to 100 */
  @Column('integer', { default: 0 })
  progress: number;

  /** Of which asking it is; what was begun for an earlier one stops. */
  @Column('uuid')
  run: string;

  @Column('text', { nullable: true })
  storageKey: string | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('integer', { nullable: true })
  bytes: number | null;

  /** Why it was given up. */
  @Column('text', { nullable: true })
  failure: ReportFailure | null;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** Last sign of work on it: one that stands still for long may be asked for again. */
  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /**
   * When the snapshot of its newest file was read: what was taken back later may stand in it. Null until it was made once,
   * and kept while it is made again.
   */
  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
