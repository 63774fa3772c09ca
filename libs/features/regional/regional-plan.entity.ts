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
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'regional_plans_pkey' })
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
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'regional_plan_items_pkey' })
  id: string;

  @ForeignKey(() => RegionalPlan, { name: 'regional_plan_items_year_fkey', onDelete: 'CASCADE' })
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
  @ForeignKey(() => RegionalPlanItem, {
    name: 'regional_plan_item_areas_item_id_fkey',
    onDelete: 'CASCADE',
  })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'regional_plan_item_areas_pkey' })
  itemId: string;

  @Index('regional_plan_item_areas_area')
  @ForeignKey(() => Area, { name: 'regional_plan_item_areas_area_key_fkey' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'regional_plan_item_areas_pkey' })
  areaKey: string;
}

/** A commitment of a State that an item of the plan names. */
@Entity('regional_plan_item_commitments')
export class RegionalPlanItemCommitment {
  @ForeignKey(() => RegionalPlanItem, {
    name: 'regional_plan_item_commitments_item_id_fkey',
    onDelete: 'CASCADE',
  })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'regional_plan_item_commitments_pkey' })
  itemId: string;

  @Index('regional_plan_item_commitments_commitment')
  @ForeignKey(() => Commitment, { name: 'regional_plan_item_commitments_commitment_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'regional_plan_item_commitments_pkey' })
  commitmentId: string;
}

/** A declaration or another document that the plan of a year follows. */
@Entity('regional_plan_documents')
export class RegionalPlanDocument {
  @ForeignKey(() => RegionalPlan, { name: 'regional_plan_documents_year_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'regional_plan_documents_pkey' })
  year: number;

  @Index('regional_plan_documents_document')
  @ForeignKey(() => RegionalDocument, {
    name: 'regional_plan_documents_document_key_fkey',
    onDelete: 'CASCADE',
  })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'regional_plan_documents_pkey' })
  documentKey: string;
}
