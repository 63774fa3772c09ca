import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import classes from './MatrixTable.module.css';
import { CellValue } from './CellValue';
import type { MatrixView } from './matrix';
import type { Measure } from './measures';
import { StateRow } from './StateRow';

export interface MatrixTableProps {
  view: MatrixView;
  cycleKey: string;
  measure: Measure;
}

/** State x area by one measure; each cell leads to the commitments behind it. */
export function MatrixTable({ view, cycleKey, measure }: MatrixTableProps) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className={classes.frame} role="region" aria-label={t('region.matrix')} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t(CAPTIONS[measure])}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.state')}</th>
            {view.areas.map((area) => (
              <th key={area} scope="col">
                {names.area(area)}
              </th>
            ))}
            {view.hasOwn && <th scope="col">{t('region.ownAreas')}</th>}
            <th scope="col">{t('region.total')}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <StateRow key={row.stateCode} row={row} view={view} cycleKey={cycleKey} measure={measure} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(FEET[measure])}</th>
            {view.areas.map((area) => (
              <td key={area} data-label={names.area(area)}>
                <CellValue cell={view.byArea.get(area)} measure={measure} ofRegion name={names.area(area)} />
              </td>
            ))}
            {view.hasOwn && <td className={classes.empty} aria-hidden />}
            <td data-label={t('region.total')} className={classes.total}>
              <CellValue cell={view.region} measure={measure} ofRegion name={t('nav.region')} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const CAPTIONS = {
  mean: 'region.caption',
  states: 'region.caption',
  coverage: 'region.captionCoverage',
  outlook: 'region.captionOutlook',
} as const;

const FEET = {
  mean: 'region.meanOverCommitments',
  states: 'region.meanOverStates',
  coverage: 'nav.region',
  outlook: 'nav.region',
} as const;
