import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegionalSectionKey } from './regional.vocabulary.js';

/** One part of the regional layer of one year, bilingual, with its sources inside. */
@Entity('regional_sections')
@Check('regional_sections_key', `key ~ '^[a-z_]+$'`)
@Check('regional_sections_year', 'year BETWEEN 2017 AND 2100')
export class RegionalSection {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'regional_sections_pkey' })
  year: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'regional_sections_pkey' })
  key: RegionalSectionKey;

  @Column('jsonb')
  content: unknown;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
