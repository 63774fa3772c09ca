import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { type BudgetLine, budgetQuery } from './queries';

/** Budgets of a framework, one table for each place, year and kind of area; nothing when there is none. */
export function BudgetPanel({ framework, state }: { framework: string; state: string | undefined }) {
  const { t } = useTranslation();
  const { text, number, percent } = useLang();
  const lines = useQuery(budgetQuery(framework, state)).data ?? [];
  const columns = useMemo((): Column<BudgetLine>[] => {
    const money = (id: 'finalBudget' | 'fundsAvailable' | 'expenditure'): Column<BudgetLine> => ({
      id,
      header: t(`indicator.budget.${id}`),
      numeric: true,
      cell: (line) => {
        const amount = line[id];
        return typeof amount === 'number' ? `${line.currency} ${number(amount)}` : t('value.none');
      },
    });
    const share = (id: 'fundsPercent' | 'spentPercent'): Column<BudgetLine> => ({
      id,
      header: t(`indicator.budget.${id}`),
      numeric: true,
      cell: (line) => {
        const value = line[id];
        return typeof value === 'number' ? percent(value, 2) : t('value.none');
      },
    });
    return [
      { id: 'area', header: t('indicator.area'), names: true, cell: (line) => text(line, 'name') },
      money('finalBudget'),
      money('fundsAvailable'),
      share('fundsPercent'),
      money('expenditure'),
      share('spentPercent'),
    ];
  }, [t, text, number, percent]);
  const tables = Map.groupBy(lines, ({ place, year, kind, source }) => [place, year, kind, source].join());
  return [...tables].map(([key, rows]) => {
    const [first] = rows;
    if (!first) return null;
    const title = t(`indicator.budget.${first.kind}`, { place: first.place, year: first.year });
    return (
      <Panel key={key} title={title}>
        <DataTable caption={title} rows={rows} columns={columns} keyOf={({ position }) => String(position)} />
        <p className="soft">
          {t('indicator.source')}: <SourceText text={first.source} />
        </p>
      </Panel>
    );
  });
}
