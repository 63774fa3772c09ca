import type { Statement } from '#platform/database';
import type { AuditFilter } from './audit.dto.js';

/** Conditions on `e`, an entry, that narrow to what the filter asks for. Each has an index in the order of the page. */
export function narrowed(filter: AuditFilter, sql: Statement): string[] {
  const is = (column: string, value: string | undefined, type: string, operator = '='): string[] =>
    value === undefined ? [] : [`e.${column} ${operator} ${sql.param(value)}::${type}`];
  return [
    ...is('entity', filter.entity, 'text'),
    ...is('entity_id', filter.entityId, 'text'),
    ...is('actor_id', filter.actorId, 'uuid'),
    ...is('on_behalf_of_id', filter.onBehalfOfId, 'uuid'),
    ...is('state_code', filter.state, 'text'),
    ...is('action', filter.action, 'text'),
    ...is('request_id', filter.requestId, 'text'),
    ...is('at', filter.from, 'timestamptz', '>='),
    ...is('at', filter.to, 'timestamptz', '<'),
    ...worded(filter.reason, sql),
  ];
}

/** Every word of the text stands in the reason. Whole words: of beginnings PostgreSQL cannot tell how many there are. */
function worded(text: string | undefined, sql: Statement): string[] {
  const words = text?.match(/[\p{L}\p{N}]+/gu);
  if (!words) return text === undefined ? [] : ['false'];
  const wanted = sql.param(words.join(' & '));
  return [`e.reason IS NOT NULL AND to_tsvector('simple', e.reason) @@ to_tsquery('simple', ${wanted})`];
}
