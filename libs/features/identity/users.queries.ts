import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import {
  type Bilingual,
  conflict,
  type Lang,
  notFound,
  type Page,
  pageOf,
  parseCursor,
} from '#platform/http';
import type { Role } from './identity.vocabulary.js';
import type { RoleDto } from './role.dto.js';
import { ENROLLED } from './second-factor.rules.js';
import type { UserDto, UsersQuery } from './users.dto.js';

export const USER: Bilingual = { en: 'user', es: 'la persona' };

const ERASED: Bilingual = {
  en: 'This person has been erased; make a new account instead.',
  es: 'Esta persona fue borrada; cree una cuenta nueva.',
};

/** Somebody to write to. */
export interface Person {
  id: string;
  name: string;
  email: string;
  lang: Lang;
}

export const ROLE_JSON = `jsonb_build_object(
  'id', r.id, 'role', r.role, 'stateCode', r.state_code, 'institutionId', r.institution_id, 'teamKey', r.team_key,
  'validFrom', r.valid_from, 'validTo', r.valid_to)`;

const USER_COLUMNS = `
  u.id, u.name, u.email, u.lang, u.active, NOT u.email_verified AND u.erased_at IS NULL AS invited, ${ENROLLED} AS "secondFactor",
  u.created_at AS "createdAt", u.erased_at AS "erasedAt",
  coalesce((SELECT jsonb_agg(${ROLE_JSON} ORDER BY r.valid_from, r.id) FROM role_assignments r WHERE r.user_id = u.id), '[]') AS roles`;

const LIST = `
  SELECT ${USER_COLUMNS}
    FROM auth_users u
   WHERE ($1::text IS NULL OR (u.name, u.id) > ($1, $2::uuid))
     AND ($3::text IS NULL OR strpos(lower(u.name), lower($3)) > 0 OR strpos(u.email, lower($3)) > 0)
     AND ($4::boolean IS NULL OR u.active = $4)
     AND ($5::boolean IS NULL OR ${ENROLLED} = $5)
     AND (num_nonnulls($6::text, $7::text, $8::uuid, $9::text) = 0 OR EXISTS (
           SELECT FROM role_assignments r
            WHERE r.user_id = u.id AND ($6 IS NULL OR r.role = $6) AND ($7 IS NULL OR r.state_code = $7)
              AND ($8 IS NULL OR r.institution_id = $8)
              AND coalesce($9, 'now') = CASE WHEN r.valid_from > $10 THEN 'later' WHEN r.valid_to <= $10 THEN 'ended' ELSE 'now' END))
   ORDER BY u.name, u.id
   LIMIT $11`;

const HOLDERS = `
  SELECT u.id, u.name, u.email, u.lang
    FROM auth_users u
   WHERE u.active AND EXISTS (
         SELECT FROM role_assignments r
          WHERE r.user_id = u.id AND r.role = $1 AND ($2::text IS NULL OR r.state_code = $2)
            AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to > $3))
   ORDER BY u.email`;

/** Reads of people and their roles. */
@Injectable()
export class UsersQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** People that fit the query, by name. */
  async list(query: UsersQuery): Promise<Page<UserDto>> {
    const [name, id] = query.cursor ? parseCursor(query.cursor, 2, isPlace) : [null, null];
    const rows = await this.database.query<UserDto>(LIST, [
      name,
      id,
      query.q || null,
      query.active ?? null,
      query.secondFactor ?? null,
      query.role ?? null,
      query.state ?? null,
      query.institution ?? null,
      query.held ?? null,
      this.clock.now(),
      query.limit + 1,
    ]);
    return pageOf(rows, query.limit, (row) => [row.name, row.id]);
  }

  /** @throws DomainError not_found */
  async byId(id: string): Promise<UserDto> {
    const user = await this.database.one<UserDto>(
      `SELECT ${USER_COLUMNS} FROM auth_users u WHERE u.id = $1`,
      [id],
    );
    if (!user) throw notFound(USER);
    return user;
  }

  /** In a transaction: who is erased meanwhile waits for it. @throws DomainError not_found, conflict for who was erased */
  async assertNotErased(id: string): Promise<void> {
    const row = await this.database.one<{ erased: boolean }>(
      'SELECT erased_at IS NOT NULL AS erased FROM auth_users WHERE id = $1 FOR KEY SHARE',
      [id],
    );
    if (!row) throw notFound(USER);
    if (row.erased) throw conflict(ERASED);
  }

  /** Whatever the case of the address; undefined when nobody has it. */
  byEmail(email: string): Promise<UserDto | undefined> {
    return this.database.one<UserDto>(`SELECT ${USER_COLUMNS} FROM auth_users u WHERE u.email = lower($1)`, [
      email,
    ]);
  }

  /** Active people among these ids. */
  people(ids: readonly string[]): Promise<Person[]> {
    return this.database.query<Person>(
      'SELECT id, name, email, lang FROM auth_users WHERE active AND id = ANY($1::uuid[]) ORDER BY email',
      [[...ids]],
    );
  }

  /** Active people who hold a role at an instant (default now), of one State or of all. */
  holders(role: Role, stateCode: string | null = null, at: Date = this.clock.now()): Promise<Person[]> {
    return this.database.query<Person>(HOLDERS, [role, stateCode, at]);
  }

  /** Assignments of a person that hold now. */
  rolesNow(userId: string): Promise<RoleDto[]> {
    return this.database.query<RoleDto>(
      `SELECT r.id, r.role, r.state_code AS "stateCode", r.institution_id AS "institutionId", r.team_key AS "teamKey",
              r.valid_from AS "validFrom", r.valid_to AS "validTo"
         FROM role_assignments r
        WHERE r.user_id = $1 AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to > $2)
        ORDER BY r.valid_from, r.id`,
      [userId, this.clock.now()],
    );
  }
}

const isPlace = ([name, id]: unknown[]): boolean => typeof name === 'string' && isUUID(id);
