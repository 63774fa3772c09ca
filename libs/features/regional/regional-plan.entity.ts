import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { Area } from '#features/states';
import { sqlList } from '#platform/database';
import { RegionalDocument } from './regional-document.entity.js';
import { PLAN_PARTS, type PlanPart } from './regional.vocabulary.js';

/** The Regional Action Plan of one year. */
@Entity('regional_plans')
@Check('regional_plans_year', 'year BETWEEN 2017 AND 2100')
@Check('regional_plans_sources', 'cardinality(sources) > 0')
export class RegionalPlan {
  @PrimaryColumn('smallint')
  year: number;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

/** A focus area, a pillar or a lesson of the Presidency. */
@Entity('regional_plan_items')
@Index('regional_plan_items_place', ['year', 'part', 'position'])
@Check('regional_plan_items_part', `part IN (${sqlList(PLAN_PARTS)})`)
export class RegionalPlanItem {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => RegionalPlan, { onDelete: 'CASCADE' })
  @Column('smallint')
  year: number;

  @Column('text')
  part: PlanPart;

  @Column('int')
  position: number;

  @Column('text')
  textEn: string;

  @Column('text')
  textEs: string;
}

/** An area of commitments that an item of the plan is about. */
@Entity('regional_plan_item_areas')
export class RegionalPlanItemArea {
  @ForeignKey(() => RegionalPlanItem, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  itemId: string;

  @Index('regional_plan_item_areas_area')
  @ForeignKey(() => Area)
  @PrimaryColumn('text')
  areaKey: string;
}

/** A commitment of a State that an item of the plan names. */
@Entity('regional_plan_item_commitments')
export class RegionalPlanItemCommitment {
  @ForeignKey(() => RegionalPlanItem, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  itemId: string;

  @Index('regional_plan_item_commitments_commitment')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}

/** A declaration or another document that the plan of a year follows. */
@Entity('regional_plan_documents')
export class RegionalPlanDocument {
  @ForeignKey(() => RegionalPlan, { onDelete: 'CASCADE' })
  @PrimaryColumn('smallint')
  year: number;

  @Index('regional_plan_documents_document')
  @ForeignKey(() => RegionalDocument, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  documentKey: string;
}
