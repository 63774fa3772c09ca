import { Inject, Injectable } from '@nestjs/common';
import { isUUID as isUuid } from 'class-validator';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, cursorOf, notFound, parseCursor, RawJson } from '#platform/http';
import { ILLUSTRATIVE, standingForReader, STATUS } from './activity-standing.js';
import { ACTIVITY, PRODUCT, SESSION } from './team.labels.js';
import { TeamAccess } from './team.access.js';
import type { TeamProductDto, TeamSessionDto, TeamThingsQuery } from './team-records.dto.js';
import type { TeamActivitiesQuery, TeamActivityDto } from './team-work.dto.js';

const ACTIVITY_COLUMNS = `a.id, a.team_key AS "teamKey", a.year, a.position, a.starts_on::text AS "startsOn", a.date_precision AS "datePrecision",
  a.ends_on::text AS "endsOn", a.text_en AS "textEn", a.text_es AS "textEs", a.output_en AS "outputEn", a.output_es AS "outputEs",
  ${STATUS} AS status, ${ILLUSTRATIVE} AS "statusIllustrative", said.percent, said.key AS "statusCycle",
  coalesce(said.published, true) AS "statusPublished", a.sources, a.version,
  (SELECT coalesce(json_agg(i.key ORDER BY s.position), '[]') FROM team_activity_supporters s JOIN institutions i ON i.id = s.institution_id
    WHERE s.activity_id = a.id) AS "supportedBy",
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'code', c.code, 'stateCode', c.state_code) ORDER BY c.code), '[]')
     FROM team_activity_commitments l JOIN commitments c ON c.id = l.commitment_id WHERE l.activity_id = a.id) AS commitments,
  (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', g.key, 'titleEn', g.title_en, 'titleEs', g.title_es) ORDER BY g.key), '[]')
     FROM team_activity_pledges l JOIN pledges g ON g.id = l.pledge_id WHERE l.activity_id = a.id) AS pledges`;

/** $1 team, $2 year, $3 status, $4 commitment, $5 to $8 the cursor, $9 limit, $10 pledge, $11 and $12 reach. */
const ACTIVITIES = `
  SELECT ${ACTIVITY_COLUMNS} FROM team_activities a ${standingForReader('$11', '$12')}
   WHERE ($1::text IS NULL OR a.team_key = $1) AND ($2::int IS NULL OR a.year = $2) AND ($3::text IS NULL OR ${STATUS} = $3)
     AND ($4::uuid IS NULL OR EXISTS (SELECT FROM team_activity_commitments l WHERE l.activity_id = a.id AND l.commitment_id = $4))
     AND ($10::uuid IS NULL OR EXISTS (SELECT FROM team_activity_pledges l WHERE l.activity_id = a.id AND l.pledge_id = $10))
     AND ($5::int IS NULL OR (-a.year, a.team_key, a.position, a.id) > (-$5::int, $6::text, $7::int, $8::uuid))
   ORDER BY -a.year, a.team_key, a.position, a.id LIMIT $9`;

const ACTIVITY_ONE = `SELECT ${ACTIVITY_COLUMNS} FROM team_activities a ${standingForReader('$2', '$3')} WHERE a.id = $1`;

const SESSION_COLUMNS = `s.id, s.team_key AS "teamKey", s.year, s.starts_on::text AS "startsOn", s.date_precision AS "datePrecision",
  s.ends_on::text AS "endsOn", s.title_en AS "titleEn", s.title_es AS "titleEs", s.place_en AS "placeEn", s.place_es AS "placeEs",
  s.agenda, s.sources, s.version,
  (SELECT coalesce(json_agg(json_build_object('stateCode', w.state_code, 'institutionKey', i.key, 'nameEn', w.name_en, 'nameEs', w.name_es,
            'people', w.people) ORDER BY w.position), '[]')
     FROM team_session_attendees w LEFT JOIN institutions i ON i.id = w.institution_id WHERE w.session_id = s.id) AS attendance`;

const PRODUCT_COLUMNS = `p.id, p.team_key AS "teamKey", p.year, p.title_en AS "titleEn", p.title_es AS "titleEs", p.url,
  CASE WHEN p.storage_key IS NULL THEN NULL ELSE
    json_build_object('name', p.file_name, 'contentType', p.content_type, 'bytes', p.bytes, 'sha256', p.sha256) END AS file,
  p.sources, p.version`;

/** Workplans, sessions and products. A team and year hold some dozens; only activities of all years need pages. */
@Injectable()
export class TeamWorkQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TeamAccess) private readonly access: TeamAccess,
  ) {}

  /**
   * One page of activities as they stand for the reader, the latest year first, in the order of the workplan.
   * @throws DomainError invalid for a strange cursor
   */
  async activities(actor: Actor, query: TeamActivitiesQuery): Promise<RawJson> {
    const { team, year, status, commitment, pledge, cursor, limit } = query;
    const { submitted, teams } = this.access.reach(actor);
    const after = cursor ? parseCursor(cursor, 4, isPlace) : [null, null, null, null];
    const rows = await this.database.jsonRows<TeamActivityDto & Record<string, unknown>>(
      ACTIVITIES,
      [
        ...[team ?? null, year ?? null, status ?? null, commitment ?? null, ...after, limit + 1],
        ...[pledge ?? null, submitted, teams],
      ],
      'team_activities_page',
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const nextCursor = last ? cursorOf([last.year, last.teamKey, last.position, last.id]) : null;
    return new RawJson(JSON.stringify({ items, nextCursor }));
  }

  /** One activity as it stands for the reader. @throws DomainError not_found */
  activity(actor: Actor, id: string): Promise<TeamActivityDto> {
    const { submitted, teams } = this.access.reach(actor);
    return this.one(ACTIVITY_ONE, ACTIVITY, [id, submitted, teams]);
  }

  /** Sessions, latest first; those without a date last. */
  sessions(query: TeamThingsQuery): Promise<RawJson> {
    return this.all(
      `SELECT ${SESSION_COLUMNS} FROM team_sessions s WHERE ${WANTED('s')} ORDER BY s.starts_on DESC NULLS LAST, s.id`,
      query,
    );
  }

  /** @throws DomainError not_found */
  session(id: string): Promise<TeamSessionDto> {
    return this.one(`SELECT ${SESSION_COLUMNS} FROM team_sessions s WHERE s.id = $1`, SESSION, [id]);
  }

  /** Products, latest year first. */
  products(query: TeamThingsQuery): Promise<RawJson> {
    return this.all(
      `SELECT ${PRODUCT_COLUMNS} FROM team_products p WHERE ${WANTED('p')} ORDER BY p.year DESC, p.team_key, p.position, p.id`,
      query,
    );
  }

  /** @throws DomainError not_found */
  product(id: string): Promise<TeamProductDto> {
    return this.one(`SELECT ${PRODUCT_COLUMNS} FROM team_products p WHERE p.id = $1`, PRODUCT, [id]);
  }

  private async all(sql: string, { team, year }: TeamThingsQuery): Promise<RawJson> {
    return new RawJson(JSON.stringify(await this.database.jsonRows(sql, [team ?? null, year ?? null])));
  }

  private async one<T extends object>(sql: string, what: Bilingual, values: unknown[]): Promise<T> {
    const row = await this.database.one<T & Record<string, unknown>>(sql, values);
    if (!row) throw notFound(what);
    return row;
  }
}

/** $1 team, $2 year. */
const WANTED = (alias: string): string =>
  `($1::text IS NULL OR ${alias}.team_key = $1) AND ($2::int IS NULL OR ${alias}.year = $2)`;

/** Whether a cursor's values are a place in the list of activities. */
function isPlace([year, team, position, id]: (string | number | null)[]): boolean {
  return (
    Number.isInteger(year) &&
    Math.abs(Number(year)) < 10_000 &&
    typeof team === 'string' &&
    Number.isInteger(position) &&
    Math.abs(Number(position)) < 1_000_000 &&
    isUuid(id)
  );
}
