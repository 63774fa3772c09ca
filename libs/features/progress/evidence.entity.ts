import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { Fact } from './fact.entity.js';
import { EVIDENCE_KINDS, type EvidenceKind } from './progress.vocabulary.js';
import { Update } from './update.entity.js';

/** What shows that an update or a fact is true. */
@Entity('evidence')
@Check('evidence_kind', `kind IN (${sqlList(EVIDENCE_KINDS)})`)
@Check('evidence_place', `CASE kind WHEN 'link' THEN url ~ '^https?://' ELSE storage_key IS NOT NULL END`)
@Check('evidence_of_something', `num_nonnulls(update_id, fact_id) >= 1`)
export class Evidence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_pkey' })
  id: string;

  @Index('evidence_update_id')
  @ForeignKey(() => Update, { name: 'evidence_update_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  updateId: string | null;

  @Index('evidence_fact_id')
  @ForeignKey(() => Fact, { name: 'evidence_fact_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  factId: string | null;

  @Column('int', { default: 1 })
  position: number;

  @Column('text')
  title: string;

  @Column('text')
  kind: EvidenceKind;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  storageKey: string | null;
}
