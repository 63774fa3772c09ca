import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import classes from './CellValue.module.css';
import { meanOf } from './matrix';
import type { Cell } from './queries';

interface CellValueProps {
  cell: Cell | undefined;
  over?: 'commitments' | 'states';
  /** What the cell is about, for the name of its link. */
  name: string;
  /** The commitments behind it. */
  to?: { code: string; area?: string; cycle: string };
}

/** Mean and coverage of one cell. Nothing reported is said in words and drawn as a hatched gap, never as zero. */
export function CellValue({ cell, over = 'commitments', name, to }: CellValueProps) {
  const { t } = useTranslation();
  const { percent } = useLang();
  if (!cell || cell.commitments === 0)
    return <span className={classes.nothing}>{t('region.noCommitments')}</span>;
  const mean = meanOf(cell, over);
  const counted =
    over === 'states'
      ? t('region.statesShort', { n: cell.statesInMean })
      : t('coverage.short', { reported: cell.reported, total: cell.commitments });
  const warned = Number(cell.outlooks['at_risk'] ?? 0) + Number(cell.outlooks['off_track'] ?? 0);
  const inside = (
    <>
      <span className={classes.mean}>
        {mean === null ? t(cell.reported > 0 ? 'region.noPercent' : 'value.notReported') : percent(mean, 0)}
      </span>
      <span className={classes.counted}>{counted}</span>
      {cell.illustrative > 0 && over === 'commitments' && (
        <span className={classes.illustrative} title={t('region.illustrative', { count: cell.illustrative })}>
          <span aria-hidden>◇</span> {t('region.illustrativeShort', { count: cell.illustrative })}
        </span>
      )}
      {warned > 0 && over === 'commitments' && (
        <span className={classes.warned} title={t('region.warnedLong', { count: warned })}>
          <span aria-hidden>!</span> {t('region.warned', { count: warned })}
        </span>
      )}
    </>
  );
  const look = {
    className: classes.cell,
    'data-empty': mean === null || undefined,
    style: mean === null ? undefined : { ['--level' as string]: `${Math.round(mean)}%` },
  };
  if (!to) return <span {...look}>{inside}</span>;
  const label = `${name}: ${mean === null ? t('value.notReported') : percent(mean, 0)}, ${t('coverage.of', { reported: cell.reported, total: cell.commitments })}${cell.illustrative > 0 ? `, ${t('region.illustrative', { count: cell.illustrative })}` : ''}`;
  return (
    <Link
      {...look}
      aria-label={label}
      to="/states/$code"
      params={{ code: to.code }}
      search={{ cycle: to.cycle, ...(to.area === undefined ? {} : { area: to.area }) }}
    >
      {inside}
    </Link>
  );
}
