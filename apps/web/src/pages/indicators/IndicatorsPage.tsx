import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyList } from '~/ui/EmptyList';
import { Filters } from '~/ui/Filters';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { KindsHistory } from '~/ui/history/KindsHistory';
import { asked } from '~/app/asked';
import { BudgetPanel } from './BudgetPanel';
import { frameworksQuery, type IndicatorSummary, indicatorsQuery } from './queries';
import { type IndicatorSearch, LEVELS } from './words';

const route = getRouteApi('/app/indicators');

/** Indicators of all frameworks, side by side. */
export function IndicatorsPage() {
  const { t } = useTranslation();
  const { text, number } = useLang();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const frameworks = useQuery(frameworksQuery).data ?? [];
  const states = useQuery(statesQuery).data ?? [];
  const indicators = useQuery(indicatorsQuery(search));
  const columns = useMemo(
    (): Column<IndicatorSummary>[] => [
      { id: 'code', header: t('indicator.code'), cell: ({ code }) => code },
      {
        id: 'name',
        header: t('indicator.one'),
        names: true,
        sort: (indicator) => text(indicator, 'name'),
        cell: (indicator) => (
          <Link to="/indicators/$id" params={{ id: indicator.id }}>
            {text(indicator, 'name')}
          </Link>
        ),
      },
      { id: 'level', header: t('indicator.level'), cell: ({ level }) => t(`indicator.levelWord.${level}`) },
      { id: 'area', header: t('indicator.area'), cell: (indicator) => text(indicator, 'area') },
      {
        id: 'series',
        header: t('indicator.series'),
        term: 'series',
        numeric: true,
        sort: ({ seriesCount }) => seriesCount,
        cell: ({ seriesCount }) => number(seriesCount),
      },
      {
        id: 'latest',
        header: t('indicator.latest'),
        numeric: true,
        sort: ({ latestYear }) => latestYear ?? null,
        cell: ({ latestYear }) => latestYear ?? t('value.none'),
      },
    ],
    [t, text, number],
  );
  return (
    <>
      <PageTitle title={t('nav.indicators')} />
      <Filters
        search={search}
        text="q"
        choices={[
          {
            name: 'framework',
            label: t('indicator.framework'),
            options: frameworks.map((each) => ({ value: each.key, label: text(each, 'name') })),
          },
          {
            name: 'level',
            label: t('indicator.level'),
            options: LEVELS.map((value) => ({ value, label: t(`indicator.levelWord.${value}`) })),
          },
          {
            name: 'state',
            label: t('field.state'),
            options: states.map((state) => ({ value: state.code, label: text(state, 'name') })),
          },
        ]}
        onChange={(next) => void navigate({ search: next as IndicatorSearch })}
      />
      <Loaded query={indicators}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyList search={search} none={t('indicator.none')} />
          ) : (
            <DataTable
              caption={t('nav.indicators')}
              rows={items}
              columns={columns}
              keyOf={({ id }) => id}
              address="sort"
            />
          )
        }
      </Loaded>
      {search.framework !== undefined && <BudgetPanel framework={search.framework} state={search.state} />}
      <KindsHistory
        kinds={['indicator', 'indicator_series', 'observation', 'budget_line']}
        {...(search.state ? { state: search.state } : {})}
      />
    </>
  );
}
