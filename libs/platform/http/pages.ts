import { invalid } from './errors.js';
import { STORABLE, Text, Whole } from './fields.js';

/** Query of every list: how many, and from where. */
export class PageQuery {
  @Whole({ min: 1, max: 200, optional: true, default: 50, description: 'Entries a page', example: 50 })
  limit: number = 50;

  @Text({
    optional: true,
    max: 500,
    description: '`nextCursor` of the page before',
    example: 'WyIyMDI0LTA5LTMwIl0',
  })
  cursor?: string;
}

/** One page of a list; `nextCursor` is null on the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** An opaque cursor for the sort values of a row. */
export const cursorOf = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

type SortValue = string | number | null;

/**
 * The sort values inside a cursor.
 * @param isOurs whether the list could have made a cursor of these values
 * @throws DomainError invalid when it is not one of ours with that many values
 */
export function parseCursor(
  cursor: string,
  count: number,
  isOurs: (values: SortValue[]) => boolean = () => true,
): SortValue[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === count && values.every(isSortValue) && isOurs(values))
      return values;
  } catch {
    // falls through to the one answer for every cursor that is not ours
  }
  throw invalid('cursor', {
    en: 'is not a cursor of this list; start from the first page',
    es: 'no es un cursor de esta lista; empiece desde la primera página',
  });
}

const isSortValue = (value: unknown): value is SortValue =>
  value === null || typeof value === 'number' || (typeof value === 'string' && STORABLE.test(value));

/** A page from `limit + 1` rows: the extra one only tells that there are more. */
export function pageOf<T>(
  rows: T[],
  limit: number,
  sortValues: (row: T) => (string | number | null)[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(sortValues(last)) : null };
}
