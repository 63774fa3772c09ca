import { useTranslation } from 'react-i18next';
import classes from './ChartFrame.module.css';
import type { Table } from './files';

interface ChartTableProps {
  caption: string;
  table: Table;
  format: (value: number) => string;
}

/** The numbers of a chart, for reading one by one. */
export function ChartTable({ caption, table, format }: ChartTableProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {table.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((value, at) => (
                <td key={table.head[at + 1]}>
                  {typeof value === 'number' ? format(value) : (value ?? t('value.notReported'))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
