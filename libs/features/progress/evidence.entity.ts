import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { EvidenceFile } from './evidence-file.entity.js';
import { Fact } from './fact.entity.js';
import { EVIDENCE_KINDS, type EvidenceKind } from './progress.vocabulary.js';
import { Update } from './update.entity.js';

/** What shows that an update or a fact is true. */
@Entity('evidence')
@Check('evidence_kind', `kind IN (${sqlList(EVIDENCE_KINDS)})`)
@Check('evidence_title', `coalesce(title_en, '') <> '' OR coalesce(title_es, '') <> ''`)
@Check(
  'evidence_place',
  `CASE kind WHEN 'link' THEN url ~ '^https?://' AND file_id IS NULL ELSE num_nonnulls(file_id, update_id) = 2 AND url IS NULL END`,
)
@Check('evidence_of_something', `num_nonnulls(update_id, fact_id) >= 1`)
export class Evidence {
  @PrimaryColumn('uuid')
  id: string;

  @Index('evidence_update_id')
  @ForeignKey(() => Update, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  updateId: string | null;

  @Index('evidence_fact_id')
  @ForeignKey(() => Fact, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  factId: string | null;

  @Column('int', { default: 1 })
  position: number;

  @Column('text', { nullable: true })
  titleEn: string | null;

  @Column('text', { nullable: true })
  titleEs: string | null;

  @Column('text')
  kind: EvidenceKind;

  @Column('text', { nullable: true })
  url: string | null;

  /** Of files, which belong to updates alone. */
  @Index('evidence_file_id', { where: 'file_id IS NOT NULL' })
  @ForeignKey(() => EvidenceFile)
  @Column('uuid', { nullable: true })
  fileId: string | null;
}
