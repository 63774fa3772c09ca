import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { State } from '#features/states';

/** What a commitment is through all revisions of its plan: an id and a code that never go to another one. */
@Entity('commitments')
@Unique('commitments_code', ['code'])
@Check('commitments_code_of_state', `code ~ '^[A-Z]{2}-[0-9]{2,5}$' AND left(code, 2) = state_code`)
export class Commitment {
  @PrimaryColumn('uuid')
  id: string;

  @Index('commitments_state_code')
  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  /** `MX-01` */
  @Column('text')
  code: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
