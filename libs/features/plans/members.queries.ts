import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { MEMBER_ROLES, type NationalTeamDto } from './members.dto.js';

// Whoever only ever had roles that have ended stays in the list, so that they can be taken back.
const NATIONAL_TEAM = `
  WITH today AS (SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS day FROM states WHERE code = $1),
  assigned AS (
    SELECT f.id, f.user_id, f.from_on, c.id AS commitment_id, c.code
      FROM commitment_focal_points f JOIN commitments c ON c.id = f.commitment_id, today
     WHERE c.state_code = $1 AND (f.to_on IS NULL OR f.to_on > today.day)),
  held AS (
    SELECT r.user_id, min(array_position($3::text[], r.role)) AS rank,
           json_agg(json_build_object('id', r.id, 'role', r.role, 'institutionId', r.institution_id,
                                      'validFrom', r.valid_from, 'validTo', r.valid_to) ORDER BY r.valid_from, r.id) AS roles
      FROM role_assignments r WHERE r.state_code = $1 AND r.role = ANY ($3) GROUP BY r.user_id)
  SELECT coalesce((
           SELECT json_agg(json_build_object(
                    'userId', u.id, 'name', u.name, 'email', u.email, 'active', u.active,
                    'invited', NOT u.email_verified AND NOT EXISTS (SELECT FROM auth_accounts a WHERE a.user_id = u.id),
                    'lastSeenAt', (SELECT max(s.last_seen_at) FROM auth_sessions s WHERE s.user_id = u.id),
                    'roles', h.roles,
                    'commitments', coalesce((
                      SELECT json_agg(json_build_object('focalPointId', f.id, 'commitmentId', f.commitment_id, 'code', f.code,
                                                        'fromOn', f.from_on) ORDER BY f.code)
                        FROM assigned f WHERE f.user_id = u.id), '[]')) ORDER BY h.rank, u.name, u.id)
             FROM held h JOIN auth_users u ON u.id = h.user_id AND u.erased_at IS NULL), '[]') AS members,
         coalesce((
           SELECT json_agg(json_build_object('commitmentId', c.id, 'code', c.code, 'areaKey', v.area_key,
                                             'titleEn', v.title_en, 'titleEs', v.title_es) ORDER BY v.number)
             FROM plans p JOIN commitment_versions v ON v.plan_id = p.id JOIN commitments c ON c.id = v.commitment_id
            WHERE p.state_code = $1 AND p.status = 'adopted'
              AND NOT EXISTS (SELECT FROM assigned f WHERE f.commitment_id = c.id)), '[]') AS unassigned`;

/** Reads of National Technical Teams, one statement each. */
@Injectable()
export class MembersQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Who is, was or will be in the State's team, and which commitments nobody in particular reports on. */
  async of(stateCode: string): Promise<NationalTeamDto> {
    const parameters = [stateCode, this.clock.now(), MEMBER_ROLES];
    const row = await this.database.one<NationalTeamDto & Record<string, unknown>>(NATIONAL_TEAM, parameters);
    return row ?? { members: [], unassigned: [] };
  }
}
