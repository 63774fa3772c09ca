import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AuthUser } from '#features/identity';
import { QUALIFIERS, type Qualifier } from '#features/progress';
import { sqlList } from '#platform/database';
import { DAY_PRECISIONS, type DayPrecision } from './project.vocabulary.js';
import { Project } from './project.entity.js';

/** How far a project was, as somebody reported it. None is ever replaced: what differs stands side by side with its source. */
@Entity('project_reports')
@Unique('project_reports_project_number', ['projectId', 'number'])
@Check('project_reports_number', 'number >= 1')
@Check('project_reports_percent', 'percent BETWEEN 0 AND 100')
@Check(
  'project_reports_reached',
  `reached >= 0 AND reached_qualifier IN (${sqlList(QUALIFIERS)}) AND (reached_qualifier IS NULL OR reached IS NOT NULL)`,
)
@Check(
  'project_reports_as_of',
  `as_of_precision IN (${sqlList(DAY_PRECISIONS)}) AND (as_of IS NULL) = (as_of_precision = 'not_stated')`,
)
@Check('project_reports_sources', 'cardinality(sources) > 0')
export class ProjectReport {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Project, { onDelete: 'CASCADE' })
  @Column('uuid')
  projectId: string;

  /** From 1, in the order in which they came in. */
  @Column('int')
  number: number;

  @Column('date', { nullable: true })
  asOf: string | null;

  @Column('text')
  asOfPrecision: DayPrecision;

  /** As reported, 0 to 100; null: the report gives none. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  percent: string | null;

  /** How the report words where it stands. */
  @Column('text', { nullable: true })
  statusEn: string | null;

  @Column('text', { nullable: true })
  statusEs: string | null;

  /** People reached. */
  @Column('int', { nullable: true })
  reached: number | null;

  @Column('text', { nullable: true })
  reachedQualifier: Qualifier | null;

  @Column('text', { array: true })
  sources: string[];

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
