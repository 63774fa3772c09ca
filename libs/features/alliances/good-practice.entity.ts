import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { Area, State } from '#features/states';

/** Something that a State does well and others can learn from. */
@Entity('good_practices')
@Check('good_practices_year', 'year BETWEEN 2017 AND 2100')
@Check('good_practices_sources', 'cardinality(sources) > 0')
export class GoodPractice {
  @PrimaryColumn('uuid')
  id: string;

  @Index('good_practices_state')
  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  /** The theme: an area of commitments. */
  @Index('good_practices_area')
  @ForeignKey(() => Area)
  @Column('text')
  areaKey: string;

  /** The year in which a source tells of it. */
  @Column('smallint')
  year: number;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text', { nullable: true })
  textEn: string | null;

  @Column('text', { nullable: true })
  textEs: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

/** A commitment that a good practice serves. */
@Entity('good_practice_commitments')
export class GoodPracticeCommitment {
  @ForeignKey(() => GoodPractice, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  practiceId: string;

  @Index('good_practice_commitments_commitment')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}

/** Another State that adopted a good practice. */
@Entity('good_practice_adoptions')
@Check('good_practice_adoptions_year', 'year BETWEEN 2017 AND 2100')
export class GoodPracticeAdoption {
  @ForeignKey(() => GoodPractice, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  practiceId: string;

  @Index('good_practice_adoptions_state')
  @ForeignKey(() => State)
  @PrimaryColumn('text')
  stateCode: string;

  /** Null: no source says since when. */
  @Column('smallint', { nullable: true })
  year: number | null;

  @Column('text')
  source: string;
}
