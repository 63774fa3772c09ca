import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { areasQuery, currentCycle, cyclesQuery, statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { CyclePicker } from '~/ui/CyclePicker';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { useAsk } from '~/ui/use-order';
import { CycleSign } from '~/ui/Words';
import type { CycleState } from '~/ui/vocabulary';
import { MatrixTable } from './MatrixTable';
import { viewOf } from './matrix';
import { MeasureChoice } from './MeasureChoice';
import { matrixQuery } from './queries';
import { RegionSummary } from './RegionSummary';
import type { RegionSearch } from './search';

const route = getRouteApi('/app/region');

/** Map, charts and what is late come behind the numbers. */
const RegionWork = lazy(async () => ({ default: (await import('./RegionWork')).RegionWork }));
const TeamProgress = lazy(async () => ({
  default: (await import('~/pages/teams/TeamProgress')).TeamProgress,
}));

/** The region in one look: every State and area with its mean and how many commitments stand behind it. */
export function RegionPage() {
  const { t } = useTranslation();
  const { instant } = useLang();
  const search = route.useSearch();
  const ask = useAsk<RegionSearch>();
  const cycles = useQuery(cyclesQuery);
  const states = useQuery(statesQuery).data;
  const areas = useQuery(areasQuery).data;
  const cycleKey = search.cycle ?? currentCycle(cycles.data ?? [])?.key ?? '';
  const measure = search.show ?? 'mean';
  const matrix = useQuery(matrixQuery(cycleKey));

  if (cycles.data?.length === 0)
    return (
      <>
        <PageTitle title={t('region.title')} />
        <EmptyState text={t('cycles.none')} />
      </>
    );
  return (
    <>
      <PageTitle
        title={t('region.title')}
        over={matrix.data && <CycleSign word={matrix.data.cycleState as CycleState} />}
      >
        {matrix.data && (
          <Link to="/meeting" search={{ cycle: cycleKey }}>
            {t('region.toMeeting')}
          </Link>
        )}
        <CyclePicker value={cycleKey} onChange={(cycle) => ask({ ...search, cycle })} />
      </PageTitle>
      <Loaded query={matrix}>
        {(data) => {
          if (!states || !areas) return null;
          if (data.cells.length === 0)
            return <EmptyState title={t('region.noneTitle')} text={t('region.none')} />;
          const view = viewOf(data, states, areas);
          return (
            <>
              <RegionSummary view={view} />
              <MeasureChoice
                value={measure}
                onChange={(show) => ask({ ...search, show }, { replace: true, resetScroll: false })}
              />
              <MatrixTable view={view} cycleKey={cycleKey} measure={measure} />
              {data.computedAt && (
                <p className="soft">{t('region.computed', { at: instant(data.computedAt) })}</p>
              )}
              <Suspense fallback={<RowsSkeleton />}>
                <RegionWork view={view} cycleKey={cycleKey} measure={measure} computedAt={data.computedAt} />
              </Suspense>
            </>
          );
        }}
      </Loaded>
      <Suspense fallback={null}>
        <TeamProgress cycleKey={cycleKey} />
      </Suspense>
    </>
  );
}
