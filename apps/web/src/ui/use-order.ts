import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Order } from './row-order';

type Search = Record<string, unknown>;

/** What stands in the address of how tables are ordered. */
export const ordersOf = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([name]) => name.startsWith('sort')));

/** Asks something else of the open page; how its tables are ordered stays. */
export function useAsk<Asked extends object>() {
  const navigate = useNavigate();
  return (asked: Asked, how: { replace?: boolean; resetScroll?: boolean } = {}): void =>
    void navigate({ to: '.', search: (search: Search) => ({ ...ordersOf(search), ...asked }), ...how });
}

/**
 * The order of a table; lives in the address under a name, `-due` for the latest first, and without a name as long as the page.
 * @param known columns that it can be ordered by
 */
export function useOrder(
  name: string | undefined,
  first: Order | undefined,
  known: (id: string) => boolean,
): [Order | undefined, (order: Order | undefined) => void] {
  const [own, setOwn] = useState(first);
  const navigate = useNavigate();
  const asked: unknown = useSearch({
    strict: false,
    select: (search: Search) => search[name ?? ''],
  });
  if (name === undefined) return [own, setOwn];
  const [, minus, id = ''] = /^(-?)(\w+)$/.exec(typeof asked === 'string' ? asked : '') ?? [];
  const write = (order: Order | undefined) =>
    void navigate({
      to: '.',
      search: (search: Search) => ({
        ...search,
        [name]: order && `${order.desc ? '-' : ''}${order.id}`,
      }),
      replace: true,
      resetScroll: false,
    });
  return [known(id) ? { id, desc: minus === '-' } : first, write];
}
