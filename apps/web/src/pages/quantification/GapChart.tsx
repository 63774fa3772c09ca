import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { money } from '~/pages/projects/project-text';
import { Chart } from '~/ui/chart/Chart';
import type { Gap } from './queries';

interface GapChartProps {
  rows: Gap[];
  year: number;
  currency: string;
  place: (row: Gap) => string;
}

/** What was sought, what is funded and announced, and what remains, in one currency. Unknown amounts leave gaps. */
export function GapChart({ rows, year, currency, place }: GapChartProps) {
  const { t } = useTranslation();
  const formats = useLang();
  const region = rows.find(({ scope }) => scope === 'region');
  const shown = rows.filter(({ sought, funded, announced }) =>
    [sought, funded, announced].some(({ amount }) => amount),
  );
  if (shown.length === 0) return null;
  const amount = (of: string | null | undefined) => (of ? Number(of) : null);
  const words = (of: string | null | undefined) =>
    money(formats, of, currency) ?? t('quantification.notKnown');
  const series = [
    { name: t('quantification.sought'), values: shown.map(({ sought }) => amount(sought.amount)) },
    { name: t('quantification.funded'), values: shown.map(({ funded }) => amount(funded.amount)) },
    { name: t('quantification.announced'), values: shown.map(({ announced }) => amount(announced.amount)) },
    { name: t('quantification.gap'), values: shown.map(({ gap }) => amount(gap)) },
  ].filter(({ values }) => values.some((value) => value !== null));
  return (
    <Chart
      title={t('quantification.chart', { year, currency })}
      summary={t('quantification.chartSummary', {
        sought: words(region?.sought.amount),
        funded: words(region?.funded.amount),
        announced: words(region?.announced.amount),
        gap: words(region?.gap),
      })}
      source={t('quantification.chartSource', { year })}
      data={{
        kind: 'bars',
        rows: t('quantification.place'),
        labels: shown.map(place),
        series,
        format: (value) => `${currency} ${formats.number(value, 0)}`,
        short: formats.compact,
      }}
    />
  );
}
