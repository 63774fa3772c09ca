import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Term } from '~/glossary/Term';
import type { TermKey } from '~/glossary/terms';
import classes from './DataTable.module.css';
import { nextOrder, type Order, type Sortable, sortedRows } from './row-order';
import { useOrder } from './use-order';

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
  const valueOf = columns.find(({ id }) => id === order?.id)?.sort;
  const ordered = order && valueOf ? sortedRows(rows, valueOf, order.desc) : rows;

  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, header, term, sort, numeric }) => {
              const sorted = order?.id !== id ? undefined : order.desc ? 'descending' : 'ascending';
              return (
                <th key={id} scope="col" data-numeric={numeric || undefined} aria-sort={sorted}>
                  {sort ? (
                    <button
                      type="button"
                      className={classes.sort}
                      onClick={() => setOrder(nextOrder(order, id))}
                      title={t('table.sort')}
                    >
                      {header}
                      <span aria-hidden>
                        {sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : ' ↕'}
                      </span>
                    </button>
                  ) : (
                    !term && header
                  )}
                  {term && (
                    <Term of={term} mark={sort !== undefined}>
                      {header}
                    </Term>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => {
                const Cell = column.names ? 'th' : 'td';
                return (
                  <Cell
                    key={column.id}
                    {...(column.names ? { scope: 'row' } : {})}
                    data-label={column.header}
                    data-numeric={column.numeric || undefined}
                  >
                    {column.cell(row)}
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
