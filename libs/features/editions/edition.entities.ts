import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Cycle } from '#features/cycles';
import { AuthUser } from '#features/identity';
import {
  REPORT_FAILURES,
  REPORT_LANGS,
  REPORT_STATES,
  type ReportFailure,
  type ReportFormat,
  type ReportState,
} from '#features/reports';
import { SnapshotRecordEntity as Snapshot } from '#features/rollups';
import { State } from '#features/states';
import { Team } from '#features/teams';
import { sqlList } from '#platform/database';
import type { Lang } from '#platform/http';
import {
  type Desk,
  DESKS,
  EDITION_STATES,
  type EditionState,
  FILE_STEPS,
  type FileStep,
  SECTION_STATES,
  type SectionState,
} from './edition.vocabulary.js';

/** What people write for one section of a cycle's report. A section without a row is as the plan of sections says. */
@Entity('report_sections')
@Check('report_sections_key', `key ~ '^[a-z-]+(-[A-Z]{2})?$'`)
@Check('report_sections_desk', `desk IN (${sqlList(DESKS)})`)
@Check(
  'report_sections_owner',
  `(desk = 'state') = (state_code IS NOT NULL) AND (desk = 'team') = (team_key IS NOT NULL)`,
)
@Check('report_sections_state', `state IN (${sqlList(SECTION_STATES)})`)
@Check('report_sections_returned', `state <> 'returned' OR note IS NOT NULL`)
@Check('report_sections_written', `(state = 'missing') = (btrim(text_en) = '' AND btrim(text_es) = '')`)
export class ReportSectionRow {
  @ForeignKey(() => Cycle)
  @PrimaryColumn('uuid')
  cycleId: string;

  /** Id of the report's part that it opens. */
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  desk: Desk;

  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  @ForeignKey(() => Team)
  @Column('text', { nullable: true })
  teamKey: string | null;

  @Column('text')
  state: SectionState;

  /** Markdown with references. */
  @Column('text')
  textEn: string;

  @Column('text')
  textEs: string;

  /** What the Secretariat asked to be changed when it gave the section back; stays to be looked at until the section is final. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('integer')
  version: number;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  updatedBy: string | null;

  @Column('timestamptz')
  updatedAt: Date;
}

/** A section as it was. What one person saves within a few minutes is one version. */
@Entity('report_section_versions')
@Check('report_section_versions_state', `state IN (${sqlList(SECTION_STATES)})`)
export class ReportSectionVersion {
  @ForeignKey(() => Cycle)
  @PrimaryColumn('uuid')
  cycleId: string;

  @PrimaryColumn('text')
  key: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  state: SectionState;

  @Column('text')
  textEn: string;

  @Column('text')
  textEs: string;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  savedBy: string | null;

  @Column('timestamptz')
  savedAt: Date;
}

/** A report with the texts that people wrote for it, both frozen. Published ones are never changed: an erratum is the next number. */
@Entity('editions')
@Unique('editions_number', ['cycleId', 'number'])
@Index('editions_preparing', ['cycleId'], { unique: true, where: `state = 'preparing'` })
@Check('editions_state', `state IN (${sqlList(EDITION_STATES)})`)
@Check('editions_note', `number = 1 OR (note_en IS NOT NULL AND note_es IS NOT NULL)`)
@Check(
  'editions_approved',
  `(presidency_at IS NULL) = (presidency_by IS NULL) AND (secretariat_at IS NULL) = (secretariat_by IS NULL) AND presidency_by <> secretariat_by`,
)
@Check(
  'editions_published',
  `(state = 'published') = (published_at IS NOT NULL) AND (state <> 'published' OR (presidency_at IS NOT NULL AND secretariat_at IS NOT NULL))`,
)
export class Edition {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  /** 1 for the first of its cycle; the permanent address ends with it. */
  @Column('integer')
  number: number;

  @ForeignKey(() => Snapshot)
  @Column('uuid')
  snapshotId: string;

  /** What it corrects of the one before. */
  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  /** The texts as canonical JSON: a list of {key, textEn, textEs} in the order of the report. */
  @Column('text')
  texts: string;

  /** Of `texts` in UTF-8, lower-case hex. */
  @Column('text')
  textsSha256: string;

  @Column('text', { default: 'preparing' })
  state: EditionState;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  presidencyBy: string | null;

  @Column('timestamptz', { nullable: true })
  presidencyAt: Date | null;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  secretariatBy: string | null;

  @Column('timestamptz', { nullable: true })
  secretariatAt: Date | null;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** One file of an edition. */
@Entity('edition_files')
@Unique('edition_files_what', ['editionId', 'lang', 'format'])
@Check('edition_files_lang', `lang IN (${sqlList(REPORT_LANGS)})`)
@Check('edition_files_format', `format ~ '^[a-z]{3,5}$'`)
@Check('edition_files_state', `state IN (${sqlList(REPORT_STATES)})`)
@Check('edition_files_step', `step IN (${sqlList(FILE_STEPS)})`)
@Check('edition_files_progress', 'progress BETWEEN 0 AND 100')
@Check(
  'edition_files_failure',
  `failure IN (${sqlList(REPORT_FAILURES)}) AND (state <> 'failed' OR failure IS NOT NULL) AND (failure IS NULL OR state IN ('running', 'failed'))`,
)
@Check(
  'edition_files_made',
  `num_nonnulls(storage_key, sha256, bytes, read_at) IN (0, 4) AND (state <> 'done' OR storage_key IS NOT NULL)`,
)
export class EditionFile {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Edition)
  @Column('uuid')
  editionId: string;

  @Column('text')
  lang: Lang;

  @Column('text')
  format: ReportFormat;

  /** Form of the report with which it was made, or will be for the first time: see REPORT_TEMPLATE. */
  @Column('integer')
  template: number;

  @Column('text', { default: 'queued' })
  state: ReportState;

  /** 0 to 100 */
  @Column('integer', { default: 0 })
  progress: number;

  /** What was begun last; null before anything was. */
  @Column('text', { nullable: true })
  step: FileStep | null;

  /** Why the last try came to nothing; of a file that failed, why nobody tries again. */
  @Column('text', { nullable: true })
  failure: ReportFailure | null;

  /** Of which asking it is; what was begun for an earlier one stops. */
  @Column('uuid')
  run: string;

  /** What people read, also while it is made again in a newer form. */
  @Column('text', { nullable: true })
  storageKey: string | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('integer', { nullable: true })
  bytes: number | null;

  /** When the snapshot behind it was read: what was taken back later may stand in it. */
  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  @Column('timestamptz')
  updatedAt: Date;
}
