import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { State } from './state.entity.js';

/** A subject of commitments: shared by all States, or a State's own (`GT:internal_displacement`). */
@Entity('areas')
@Check('areas_key', `key ~ '^([A-Z]{2}:)?[a-z][a-z0-9_]*$'`)
@Check(
  'areas_shared_or_own',
  `CASE WHEN shared THEN state_code IS NULL AND maps_to IS NULL AND key !~ ':' ELSE state_code IS NOT NULL AND key LIKE state_code || ':%' END`,
)
export class Area {
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('boolean')
  shared: boolean;

  @Index('areas_state_code')
  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  /** The shared area that regional rollups count it under; null: shown apart. */
  @Index('areas_maps_to')
  @ForeignKey(() => Area)
  @Column('text', { nullable: true })
  mapsTo: string | null;

  @Column('int')
  position: number;
}
