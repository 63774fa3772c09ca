import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Database, Statement } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  invalid,
  notFound,
  type Page,
  pageOf,
  parseCursor,
} from '#platform/http';
import type { FactsQuery } from './fact.dto.js';
import type { FactDto } from './fact.views.js';
import { FACT_JSON } from './fact-rows.js';
import { ProgressAccess } from './progress.access.js';

export const FACT: Bilingual = { en: 'fact', es: 'el hecho' };

const STATE = 'coalesce(f.review_state, u.review_state)';

const SELECT = `
  SELECT f.id, f.update_id AS "updateId", cy.key AS "cycleKey", f.state_code AS "stateCode", f.area_key AS "areaKey", f.section,
         ${STATE} AS "reviewState", f.return_reason AS "returnReason", coalesce(f.author_id, u.author_id) AS "authorId",
         coalesce(f.decided_at, u.decided_at) AS "decidedAt", f.version, ${FACT_JSON} AS content
    FROM facts f JOIN cycles cy ON cy.id = f.cycle_id LEFT JOIN updates u ON u.id = f.update_id`;

type Row = Omit<FactDto, 'kind'> & { content: FactDto };

/** Facts of updates and free-standing ones. */
@Injectable()
export class FactsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /** A page of the facts that the actor may see, in the order in which they were written. */
  async list(actor: Actor, query: FactsQuery): Promise<Page<FactDto>> {
    const sql = new Statement();
    const where = this.visible(actor, sql);
    if (query.cycle) where.push(`cy.key = ${sql.param(query.cycle)}`);
    if (query.state) where.push(`f.state_code = ${sql.param(query.state)}`);
    if (query.freeStanding !== undefined)
      where.push(`f.update_id IS ${query.freeStanding ? '' : 'NOT'} NULL`);
    if (query.cursor) where.push(`f.id > ${sql.param(idIn(query.cursor))}::uuid`);
    const text = `${SELECT} WHERE ${where.join(' AND ')} ORDER BY f.id LIMIT ${sql.param(query.limit + 1)}`;
    const rows = await this.database.query<Row>(text, sql.values);
    return pageOf(rows.map(factOf), query.limit, (fact) => [fact.id]);
  }

  /** @throws DomainError not_found when there is none, or none that the actor may see */
  async get(actor: Actor, id: string): Promise<FactDto> {
    const sql = new Statement();
    const where = [`f.id = ${sql.param(id)}::uuid`, ...this.visible(actor, sql)];
    const row = await this.database.one<Row>(`${SELECT} WHERE ${where.join(' AND ')}`, sql.values);
    if (!row) throw notFound(FACT);
    return factOf(row);
  }

  private visible(actor: Actor, sql: Statement): string[] {
    return [this.access.factShows(this.access.readScope(actor), sql, 'f', 'u')];
  }
}

const factOf = ({ content, ...row }: Row): FactDto => ({ ...content, ...row });

/** The id of the last fact of the page before. @throws DomainError invalid */
function idIn(cursor: string): string {
  const [id] = parseCursor(cursor, 1);
  if (isUUID(id)) return String(id);
  throw invalid('cursor', {
    en: 'is not a cursor of this list; start from the first page',
    es: 'no es un cursor de esta lista; empiece desde la primera página',
  });
}
