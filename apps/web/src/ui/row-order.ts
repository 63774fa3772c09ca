/** By which column, and which way. */
export interface Order {
  id: string;
  desc: boolean;
}

/** What a column is sorted by. */
export type Sortable = string | number | null;

/** Rows by a value of each, first to last or the other way round; those without one come last either way. */
export function sortedRows<Row>(rows: readonly Row[], valueOf: (row: Row) => Sortable, desc: boolean): Row[] {
  const valued = rows.map((row) => ({ row, value: valueOf(row) }));
  const compared = (a: Sortable, b: Sortable): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
    return desc ? -order : order;
  };
  return valued.sort((a, b) => compared(a.value, b.value)).map(({ row }) => row);
}

/** The order after a press on a column's head: first to last, then last to first, then as the rows came. */
export const nextOrder = (order: Order | undefined, id: string): Order | undefined =>
  order?.id !== id ? { id, desc: false } : order.desc ? undefined : { id, desc: true };
