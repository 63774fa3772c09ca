import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many commitments of an area a source counts; `areaKey` null: the source gives the group without a label. */
export interface AreaCount {
  areaKey: string | null;
  labelEn: string;
  labelEs: string;
  count: number;
}

/** What another source counts. */
export interface OtherTotal {
  value: number;
  qualifier: 'exact' | 'more_than';
  textEn: string;
  textEs: string;
  source: string;
}

/** How many commitments a State published, by area, and what other sources count; also of the region as a whole. */
@Entity('published_counts')
@Check('published_counts_place', `place ~ '^([A-Z]{2}|REG)$'`)
@Check('published_counts_sources', 'cardinality(sources) > 0')
export class PublishedCount {
  /** The State's code, or REG for the region. */
  @PrimaryColumn('text')
  place: string;

  /** Their sum is what the State published. */
  @Column('jsonb')
  areaSplit: AreaCount[];

  @Column('jsonb')
  otherTotals: OtherTotal[];

  @Column('text', { nullable: true })
  caveatEn: string | null;

  @Column('text', { nullable: true })
  caveatEs: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}
