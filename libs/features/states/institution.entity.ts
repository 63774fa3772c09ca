import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { State } from './state.entity.js';

/** A body that leads or supports commitments. One key, whatever names the documents give it. */
@Entity('institutions')
@Index('institutions_search_code', { synchronize: false }) // as searches compare names, which only SQL can say
@Index('institutions_search_en', { synchronize: false })
@Index('institutions_search_es', { synchronize: false })
@Check(
  'institutions_key',
  `key ~ '^([A-Z]{2}|REG):[^[:space:]]+$' AND (state_code IS NULL OR key LIKE state_code || ':%')`,
)
export class Institution {
  @PrimaryColumn('uuid')
  id: string;

  /** `MX:COMAR`; regional and international ones `REG:UNHCR`. */
  @Index('institutions_key_unique', { unique: true })
  @Column('text')
  key: string;

  @Index('institutions_state_code')
  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  @Column('text', { nullable: true })
  acronym: string | null;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  /** Where the names come from. */
  @Column('text', { nullable: true })
  source: string | null;

  @Column('int', { default: 1 })
  version: number;
}
