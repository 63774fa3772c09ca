import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { OUTLOOKS } from '~/ui/vocabulary';
import classes from './CellValue.module.css';
import { countOf, coverageOf, levelOf } from './measure';
import type { Measure } from './measures';
import type { Cell } from './queries';

interface CellValueProps {
  cell: Cell | undefined;
  measure: Measure;
  /** Several States come together here. */
  ofRegion?: boolean;
  /** What the cell is about, for the name of its link. */
  name: string;
  /** The commitments behind it. */
  to?: { code: string; area?: string; cycle: string };
}

/** One cell by the measure chosen. Nothing reported is said in words and drawn as a hatched gap, never as zero. */
export function CellValue({ cell, measure, ofRegion = false, name, to }: CellValueProps) {
  const { t } = useTranslation();
  const texts = useCellTexts(measure, ofRegion);
  if (!cell || cell.commitments === 0)
    return <span className={classes.nothing}>{t('region.noCommitments')}</span>;
  const level = levelOf(cell, measure, ofRegion);
  const { main, lines } = texts(cell);
  const inside = (
    <>
      <span className={classes.mean}>{main}</span>
      {lines.map(({ tone, short, long, shape }) => (
        <span key={short} className={classes[tone]} title={long}>
          {shape && <span aria-hidden>{shape} </span>}
          {short}
        </span>
      ))}
    </>
  );
  const look = {
    className: classes.cell,
    'data-empty': level === null || undefined,
    style: level === null ? undefined : { ['--level' as string]: `${Math.round(level)}%` },
  };
  if (!to) return <span {...look}>{inside}</span>;
  return (
    <Link
      {...look}
      aria-label={`${name}: ${[main, ...lines.map(({ short, long }) => long ?? short)].join(', ')}`}
      to="/states/$code"
      params={{ code: to.code }}
      search={{ cycle: to.cycle, ...(to.area === undefined ? {} : { area: to.area }) }}
    >
      {inside}
    </Link>
  );
}

interface Line {
  tone: 'counted' | 'illustrative' | 'warned';
  short: string;
  long?: string;
  shape?: string;
}

/** What a cell says by a measure: the one large line, and the small ones beneath it. */
function useCellTexts(measure: Measure, ofRegion: boolean): (cell: Cell) => { main: string; lines: Line[] } {
  const { t } = useTranslation();
  const { percent } = useLang();
  return (cell) => {
    const { reported, commitments, outlooks } = cell;
    const nothing = t(reported > 0 ? 'region.noPercent' : 'value.notReported');
    const counted = {
      tone: 'counted' as const,
      short: t('coverage.short', { reported, total: commitments }),
      long: t('coverage.of', { reported, total: commitments }),
    };
    if (measure === 'coverage')
      return {
        main: counted.short,
        lines: [
          { tone: 'counted', short: percent(coverageOf(cell) ?? 0, 0) },
          ...(cell.explained > 0
            ? [{ tone: 'counted' as const, short: t('region.explained', { count: cell.explained }) }]
            : []),
        ],
      };
    const warned = countOf(outlooks, 'at_risk') + countOf(outlooks, 'off_track');
    if (measure === 'outlook')
      return reported === 0
        ? { main: nothing, lines: [counted] }
        : {
            main: t('region.warned', { count: warned }),
            lines: OUTLOOKS.filter((word) => countOf(outlooks, word) > 0).map((word) => ({
              tone: word === 'at_risk' || word === 'off_track' ? 'warned' : 'counted',
              short: `${t(`word.outlook.${word}`)}: ${countOf(outlooks, word)}`,
            })),
          };
    const mean = levelOf(cell, measure, ofRegion);
    const main = mean === null ? nothing : percent(mean, 0);
    if (measure === 'states' && ofRegion)
      return { main, lines: [{ tone: 'counted', short: t('region.statesShort', { n: cell.statesInMean }) }] };
    const { illustrative } = cell;
    return {
      main,
      lines: [
        counted,
        ...(illustrative > 0
          ? [
              {
                tone: 'illustrative' as const,
                shape: '◇',
                short: t('region.illustrativeShort', { count: illustrative }),
                long: t('region.illustrative', { count: illustrative }),
              },
            ]
          : []),
        ...(warned > 0
          ? [
              {
                tone: 'warned' as const,
                shape: '!',
                short: t('region.warned', { count: warned }),
                long: t('region.warnedLong', { count: warned }),
              },
            ]
          : []),
      ],
    };
  };
}
