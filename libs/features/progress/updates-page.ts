import { cursorOf } from '#platform/http';
import { summaryOf } from './update.sql.js';
import type { UpdateSummary } from './update.views.js';

/**
 * An update of the page, its `cycleKey` still the cycle's id; or, behind those and without a `commitmentId`, what the
 * commitment or cycle with this `id` is called.
 */
export type PageRow = Pick<UpdateSummary, 'id' | 'periodEnd'> & {
  [Name in 'commitmentId' | 'code' | 'titleEn' | 'titleEs' | 'cycleKey']: string | null;
};

/** Columns of the summary after the id. */
const REST = Array<string>(summaryOf('u').split(',').length - 1)
  .fill('NULL')
  .join(', ');

/**
 * One page of updates, latest period first, and then each of their commitments and cycles once: to look those up for every
 * update would cost as much as the page. Nothing is counted: a page costs the same however many there are.
 * @param where condition on `u` @param limit placeholder of the number of updates; one more is found, to tell whether there is one
 */
export const pageSql = (where: string, limit: string): string => `
  WITH page AS MATERIALIZED (
    SELECT u.* FROM updates u WHERE ${where} ORDER BY u.period_end DESC, u.id DESC LIMIT ${limit}::int + 1
  )
  SELECT ${summaryOf('u')}, u.commitment_id AS "commitmentId", NULL AS code, NULL AS "titleEn", NULL AS "titleEs",
         u.cycle_id::text AS "cycleKey", u.state_code AS "stateCode", u.area_key AS "areaKey"
    FROM page u
  UNION ALL
  SELECT co.id, ${REST}, NULL, co.code, v.title_en, v.title_es, NULL, NULL, NULL
    FROM (SELECT DISTINCT commitment_id, state_code FROM page) k
    JOIN commitments co ON co.id = k.commitment_id
    LEFT JOIN plans p ON p.state_code = k.state_code AND p.status = 'adopted'
    LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = k.commitment_id
  UNION ALL
  SELECT cy.id, ${REST}, NULL, NULL, NULL, NULL, cy.key, NULL, NULL
    FROM (SELECT DISTINCT cycle_id FROM page) k JOIN cycles cy ON cy.id = k.cycle_id`;

/** The JSON of the page in the rows of `pageSql`; fills the names in. */
export function pageJson(rows: readonly PageRow[], limit: number): string {
  const updates = rows.filter(({ commitmentId }) => commitmentId !== null);
  const names = new Map<string | null, PageRow>(rows.slice(updates.length).map((row) => [row.id, row]));
  const items = updates.slice(0, limit);
  for (const item of items) {
    const commitment = names.get(item.commitmentId);
    item.code = commitment?.code ?? null;
    item.titleEn = commitment?.titleEn ?? null;
    item.titleEs = commitment?.titleEs ?? null;
    item.cycleKey = names.get(item.cycleKey)?.cycleKey ?? null;
  }
  const last = updates.length > limit ? items.at(-1) : undefined;
  return JSON.stringify({ items, nextCursor: last ? cursorOf([last.periodEnd, last.id]) : null });
}
