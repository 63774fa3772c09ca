import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { ASSIGNABLE_ROLES, STATE_ROLES } from './identity.vocabulary.js';
import { AuthUser } from './auth.entities.js';

/** One role of a person, with the State, institution or team it holds for, from an instant until another. */
@Entity('role_assignments')
@Check('role_assignments_role', `role IN (${sqlList(ASSIGNABLE_ROLES)})`)
@Check('role_assignments_state', `role NOT IN (${sqlList(STATE_ROLES)}) OR state_code IS NOT NULL`)
@Check('role_assignments_team', `role <> 'team_lead' OR team_key IS NOT NULL`)
@Check('role_assignments_state_code', `state_code ~ '^[A-Z]{2}$'`)
@Check('role_assignments_period', 'valid_to IS NULL OR valid_to > valid_from')
@Exclusion(
  'role_assignments_once',
  `USING gist (user_id WITH =, role WITH =, coalesce(state_code, '') WITH =, coalesce(institution_id::text, '') WITH =, coalesce(team_key, '') WITH =, tstzrange(valid_from, valid_to) WITH &&)`,
)
export class RoleAssignment {
  @PrimaryColumn('uuid')
  id: string;

  @Index('role_assignments_user')
  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('text')
  role: string;

  /** Two letters; the Presidency carries the State that holds it. */
  @Column('text', { nullable: true })
  stateCode: string | null;

  @Column('uuid', { nullable: true })
  institutionId: string | null;

  @Column('text', { nullable: true })
  teamKey: string | null;

  /** The role holds from here... */
  @Column('timestamptz')
  validFrom: Date;

  /** ...until just before here; null: until further notice. */
  @Column('timestamptz', { nullable: true })
  validTo: Date | null;

  /** The government's identity provider whose group gives it; null: somebody here gave it. */
  @Column('text', { nullable: true })
  providerId: string | null;
}
