import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { REGIONAL_SECTIONS, type RegionalSectionKey } from './regional.vocabulary.js';

/** One part of the regional layer of one year, bilingual, with its sources inside. */
@Entity('regional_sections')
@Check('regional_sections_key', `key IN (${sqlList(REGIONAL_SECTIONS)})`)
@Check('regional_sections_year', 'year BETWEEN 2017 AND 2100')
export class RegionalSection {
  @PrimaryColumn('smallint')
  year: number;

  @PrimaryColumn('text')
  key: RegionalSectionKey;

  @Column('jsonb')
  content: unknown;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
