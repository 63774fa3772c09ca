import { Inject, Injectable } from '@nestjs/common';
import { isUUID as isUuid } from 'class-validator';
import { isDay } from '#platform/calendar';
import { Database, prepared, Statement } from '#platform/database';
import { type Actor, type Bilingual, invalid, notFound, parseCursor, RawJson } from '#platform/http';
import { COMMITMENT } from './writing-place.js';
import { ProgressAccess } from './progress.access.js';
import type { UpdatesQuery } from './update.dto.js';
import { contextOf, summaryOf } from './update.sql.js';
import { pageJson, type PageRow, pageSql } from './updates-page.js';

/** Lists of updates, as JSON. */
@Injectable()
export class UpdatesQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /**
   * One page of the updates that the actor may see, latest period first. Nothing is counted: a page costs the same however
   * many there are.
   */
  async list(actor: Actor, query: UpdatesQuery): Promise<RawJson> {
    const sql = new Statement();
    const where = this.conditions(actor, query, sql);
    const limit = sql.param(query.limit);
    const { text, name } = prepared('updates_list', where.join(' AND '), (shape) => pageSql(shape, limit));
    const rows = await this.database.jsonRows<PageRow>(text, sql.values, name);
    return new RawJson(pageJson(rows, query.limit));
  }

  /** Everything that was ever said about a commitment and that the actor may see, latest first. @throws DomainError not_found */
  async timeline(actor: Actor, commitmentId: string): Promise<RawJson> {
    const sql = new Statement();
    const id = sql.param(commitmentId);
    const visible = [
      'u.commitment_id = co.id',
      ...this.access.visible(this.access.readScope(actor), sql, 'u'),
    ];
    const text = `
      SELECT (SELECT coalesce(json_agg(x), '[]')
                FROM (SELECT ${summaryOf('u')}, ${contextOf('u')}, u.return_reason AS "returnReason", u.revision_reason AS "revisionReason"
                        FROM updates u JOIN cycles cy ON cy.id = u.cycle_id
                        LEFT JOIN plans p ON p.state_code = u.state_code AND p.status = 'adopted'
                        LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = u.commitment_id
                       WHERE ${visible.join(' AND ')} ORDER BY u.period_end DESC, u.revision DESC LIMIT 500) x)::text AS body
        FROM commitments co WHERE co.id = ${id}::uuid AND ${this.access.known(actor, sql, 'co')}`;
    const row = await this.database.one<{ body: string }>(
      text,
      sql.values,
      prepared('updates_timeline', text).name,
    );
    if (!row) throw notFound(COMMITMENT);
    return new RawJson(row.body);
  }

  private conditions(actor: Actor, query: UpdatesQuery, sql: Statement): string[] {
    const where: string[] = [];
    if (query.state) where.push(`u.state_code = ${sql.param(query.state)}`);
    if (query.area) where.push(`u.area_key = ${sql.param(query.area)}`);
    if (query.reviewState) where.push(reviewCondition(query, sql));
    if (query.cycle) where.push(`u.cycle_id = (SELECT id FROM cycles WHERE key = ${sql.param(query.cycle)})`);
    if (query.from) where.push(`u.period_end >= ${sql.param(query.from)}::date`);
    if (query.to) where.push(`u.period_end <= ${sql.param(query.to)}::date`);
    if (query.latest) where.push('u.is_latest');
    if (query.cursor) {
      const [periodEnd, id] = placeOf(query.cursor);
      where.push(`(u.period_end, u.id) < (${sql.param(periodEnd)}::date, ${sql.param(id)}::uuid)`);
    }
    const known = { stateCode: query.state, reviewState: query.reviewState };
    return [...where, ...this.access.visible(this.access.readScope(actor), sql, 'u', known), 'true'];
  }
}

/** Work in the making has an index of its own, which only a constant word lets PostgreSQL use. */
const reviewCondition = ({ reviewState, area }: UpdatesQuery, sql: Statement): string =>
  !area && (reviewState === 'draft' || reviewState === 'submitted' || reviewState === 'returned')
    ? `u.review_state = '${reviewState}'`
    : `u.review_state = ${sql.param(reviewState)}`;

/** Period and id of the last update of the page before. @throws DomainError invalid */
function placeOf(cursor: string): [string, string] {
  const [periodEnd, id] = parseCursor(cursor, 2).map(String);
  if (!periodEnd || !isDay(periodEnd) || !id || !isUuid(id)) throw invalid('cursor', NOT_OURS);
  return [periodEnd, id];
}

const NOT_OURS: Bilingual = {
  en: 'is not a cursor of this list; start from the first page',
  es: 'no es un cursor de esta lista; empiece desde la primera página',
};
