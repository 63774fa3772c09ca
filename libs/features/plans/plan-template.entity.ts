import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CommitmentContent } from './plan.content.js';

/**
 * What a plan can start from. Not a plan itself: it belongs to no State, has no codes and nobody reports on it, so it
 * is kept whole as the same content that creates a plan.
 */
@Entity('plan_templates')
@Check('plan_templates_commitments', `jsonb_typeof(commitments) = 'array'`)
export class PlanTemplate {
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text')
  noteEn: string;

  @Column('text')
  noteEs: string;

  @Column('jsonb')
  commitments: CommitmentContent[];

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
