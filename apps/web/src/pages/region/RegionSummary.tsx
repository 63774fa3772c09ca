import { useTranslation } from 'react-i18next';
import { Term } from '~/glossary/Term';
import { useLang } from '~/i18n/use-lang';
import { Coverage } from '~/ui/Percent';
import { IllustrativeMark } from '~/ui/Sign';
import { CellBars } from './CellBars';
import classes from './RegionSummary.module.css';
import { meanOf, type MatrixView } from './matrix';

/** The region's two means, each by its name, and its commitments by stage and outlook. */
export function RegionSummary({ view }: { view: MatrixView }) {
  const { t } = useTranslation();
  const { percent, number } = useLang();
  const { region } = view;
  if (!region) return null;
  const shown = (value: number | null) => (value === null ? t('value.notReported') : percent(value));
  const change = region.changeSameKind === null ? null : Number(region.changeSameKind);
  return (
    <section id="region-summary" className={classes.strip} aria-label={t('region.summary')}>
      <div className={classes.number}>
        <span className={classes.label}>
          <Term of="mean_commitments">{t('region.meanOverCommitments')}</Term>
        </span>
        <strong className={classes.value}>{shown(meanOf(region))}</strong>
        <Coverage reported={region.reported} total={region.commitments} />
        {region.percentReported !== region.reported && (
          <span className={classes.note}>{t('region.withPercent', { n: region.percentReported })}</span>
        )}
        {region.illustrative > 0 && (
          <span className={classes.note}>
            <IllustrativeMark /> {t('region.illustrative', { count: region.illustrative })}
          </span>
        )}
        {change !== null && (
          <span className={classes.note}>
            {t('region.change', { points: `${change > 0 ? '+' : ''}${number(change, 1).replace('-', '−')}` })}
          </span>
        )}
      </div>
      <div className={classes.number}>
        <span className={classes.label}>
          <Term of="mean_states">{t('region.meanOverStates')}</Term>
        </span>
        <strong className={classes.value}>{shown(meanOf(region, 'states'))}</strong>
        <span className={classes.note}>
          {t('region.statesInMean', { n: region.statesInMean, total: view.rows.length })}
        </span>
      </div>
      <div className={classes.bars}>
        <CellBars cell={region} />
      </div>
    </section>
  );
}
