import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import classes from './AreaFilter.module.css';

interface AreaFilterProps {
  areas: { area: string; count: number }[];
  chosen: string | undefined;
  onChoose: (area: string | undefined) => void;
}

/** Shows one area or all. */
export function AreaFilter({ areas, chosen, onChoose }: AreaFilterProps) {
  const { t } = useTranslation();
  const names = useNames();
  const total = areas.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={classes.row} role="group" aria-label={t('field.area')}>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        {t('region.total')} <span className={classes.count}>{total}</span>
      </button>
      {areas.map(({ area, count }) => (
        <button
          key={area}
          type="button"
          className={classes.chip}
          aria-pressed={chosen === area}
          onClick={() => onChoose(area)}
        >
          {names.area(area)} <span className={classes.count}>{count}</span>
        </button>
      ))}
    </div>
  );
}
