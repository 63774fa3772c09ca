import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { CellValue } from './CellValue';
import type { MatrixRow } from './matrix';
import classes from './MatrixTable.module.css';
import type { MatrixTableProps } from './MatrixTable';

/** One State of the matrix. A narrow screen shows its total, and its areas on demand. */
export function StateRow({ row, view, cycleKey, measure }: MatrixTableProps & { row: MatrixRow }) {
  const { t } = useTranslation();
  const names = useNames();
  const [open, setOpen] = useState(false);
  const state = names.state(row.stateCode);
  return (
    <tr data-open={open || undefined}>
      <th scope="row">
        <Link to="/states/$code" params={{ code: row.stateCode }} search={{ cycle: cycleKey }}>
          {state}
        </Link>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={open}
          aria-label={t('region.areasOf', { state })}
          onClick={() => setOpen(!open)}
        >
          {t('region.areas')} <span aria-hidden>{open ? '▾' : '▸'}</span>
        </button>
      </th>
      {view.areas.map((area) => (
        <td key={area} data-label={names.area(area)}>
          <CellValue
            cell={row.shared.get(area)}
            measure={measure}
            to={{ code: row.stateCode, area, cycle: cycleKey }}
            name={`${state}, ${names.area(area)}`}
          />
        </td>
      ))}
      {view.hasOwn && (
        <td data-label={t('region.ownAreas')}>
          {row.own.length === 0 ? (
            <span className={classes.none}>{t('region.noOwnAreas')}</span>
          ) : (
            row.own.map((cell) => (
              <div key={cell.areaKey} className={classes.own}>
                <span className={classes.ownName}>{names.area(cell.areaKey)}</span>
                <CellValue
                  cell={cell}
                  measure={measure}
                  to={{ code: row.stateCode, area: cell.areaKey, cycle: cycleKey }}
                  name={`${state}, ${names.area(cell.areaKey)}`}
                />
              </div>
            ))
          )}
        </td>
      )}
      <td data-label={t('region.total')} className={classes.total}>
        <CellValue
          cell={row.total}
          measure={measure}
          to={{ code: row.stateCode, cycle: cycleKey }}
          name={state}
        />
      </td>
    </tr>
  );
}
