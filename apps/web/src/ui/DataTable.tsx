import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Term } from '~/glossary/Term';
import type { TermKey } from '~/glossary/terms';
import classes from './DataTable.module.css';
import { type Order, useOrder } from './use-order';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

type Sortable = string | number | null;

export interface Column<Row> {
  id: string;
  header: string;
  /** Under which the glossary explains the header. */
  term?: TermKey;
  cell: (row: Row) => ReactNode;
  /** Given, the column can be sorted by it; nothing (null) always comes last. */
  sort?: (row: Row) => Sortable;
  /** The cell names the row. */
  names?: boolean;
  numeric?: boolean;
}

interface DataTableProps<Row> {
  /** Says what the table holds, for screen readers. */
  caption: string;
  rows: Row[];
  columns: Column<Row>[];
  keyOf: (row: Row) => string;
  sortedBy?: Order;
  /** Under which its order stands in the address, so that reloading, going back and saved views keep it: `sort`. */
  address?: string;
}

const compare = (a: Sortable, b: Sortable): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
};

/** A sortable table that turns into a list of cards on a narrow screen. */
export function DataTable<Row extends object>({
  caption,
  rows,
  columns,
  keyOf,
  sortedBy,
  address,
}: DataTableProps<Row>) {
  const { t } = useTranslation();
  const [order, setOrder] = useOrder(address, sortedBy, (id) =>
    columns.some((column) => column.id === id && column.sort),
  );
  const sorting: SortingState = order ? [order] : [];
  const definitions = useMemo(() => {
    const column = createColumnHelper<typeof features, Row>();
    return column.columns(
      columns.map((each) =>
        column.accessor((row) => each.sort?.(row) ?? null, {
          id: each.id,
          enableSorting: each.sort !== undefined,
          sortDescFirst: false,
          sortFn: (a, b, id) => compare(a.getValue<Sortable>(id), b.getValue<Sortable>(id)),
        }),
      ),
    );
  }, [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: keyOf,
    state: { sorting },
    onSortingChange: (next) => setOrder((typeof next === 'function' ? next(sorting) : next)[0]),
  });
  const byId = new Map(columns.map((column) => [column.id, column]));

  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ column }) => {
                const sorted = column.getIsSorted();
                const { header = '', term } = byId.get(column.id) ?? {};
                return (
                  <th
                    key={column.id}
                    scope="col"
                    data-numeric={byId.get(column.id)?.numeric || undefined}
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
                  >
                    {column.getCanSort() ? (
                      <button
                        type="button"
                        className={classes.sort}
                        onClick={() => column.toggleSorting()}
                        title={t('table.sort')}
                      >
                        {header}
                        <span aria-hidden>{sorted === 'asc' ? ' ↑' : sorted === 'desc' ? ' ↓' : ' ↕'}</span>
                      </button>
                    ) : (
                      !term && header
                    )}
                    {term && (
                      <Term of={term} mark={column.getCanSort()}>
                        {header}
                      </Term>
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => {
                const Cell = column.names ? 'th' : 'td';
                return (
                  <Cell
                    key={column.id}
                    {...(column.names ? { scope: 'row' } : {})}
                    data-label={column.header}
                    data-numeric={column.numeric || undefined}
                  >
                    {column.cell(row.original)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
