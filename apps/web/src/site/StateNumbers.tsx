import { useTranslation } from 'react-i18next';
import { Term } from '~/glossary/Term';
import { useLang } from '~/i18n/use-lang';
import { CellBars } from '~/pages/region/CellBars';
import { meanOf } from '~/pages/region/matrix';
import classes from '~/pages/region/RegionSummary.module.css';
import { Coverage } from '~/ui/Percent';
import { IllustrativeMark } from '~/ui/Sign';
import type { PublicState } from './queries';

/** A State's mean and its commitments by stage and outlook. */
export function StateNumbers({ state }: { state: PublicState }) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const cell = state.cells.find(({ level }) => level === 'state');
  if (!cell) return null;
  const mean = meanOf(cell);
  return (
    <section className={classes.strip} aria-label={t('site.stateSummary')}>
      <div className={classes.number}>
        <span className={classes.label}>
          <Term of="mean_commitments">{t('region.meanOverCommitments')}</Term>
        </span>
        <strong className={classes.value}>{mean === null ? t('value.notReported') : percent(mean)}</strong>
        <Coverage reported={cell.reported} total={cell.commitments} />
        {cell.illustrative > 0 && (
          <span className={classes.note}>
            <IllustrativeMark /> {t('region.illustrative', { count: cell.illustrative })}
          </span>
        )}
      </div>
      <div className={classes.bars}>
        <CellBars cell={cell} />
      </div>
    </section>
  );
}
