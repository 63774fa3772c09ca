import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { areasQuery, statesQuery } from '~/api/reference';
import { MatrixTable } from '~/pages/region/MatrixTable';
import { viewOf } from '~/pages/region/matrix';
import { MeasureChoice } from '~/pages/region/MeasureChoice';
import { RegionSummary } from '~/pages/region/RegionSummary';
import type { RegionSearch } from '~/pages/region/search';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { useAsk } from '~/ui/use-order';
import { EditionLine } from './EditionLine';
import { EditionPicker } from './EditionPicker';
import { publicRegionQuery } from './queries';

const route = getRouteApi('/app/region');

const RegionCharts = lazy(async () => ({ default: (await import('./RegionCharts')).RegionCharts }));

/** The region as it was published last, or in an earlier cycle. */
export function SiteRegionPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const ask = useAsk<RegionSearch>();
  const region = useQuery(publicRegionQuery(search.cycle));
  const states = useQuery(statesQuery).data;
  const areas = useQuery(areasQuery).data;
  const measure = search.show ?? 'mean';
  const cycleKey = region.data?.edition.cycleKey ?? search.cycle ?? '';
  return (
    <>
      <PageTitle title={t('region.title')}>
        <EditionPicker value={cycleKey} onChange={(cycle) => ask({ ...search, cycle })} />
      </PageTitle>
      <p>{t('site.about')}</p>
      {isProblem(region.error, 'not_found') ? (
        <EmptyState title={t('region.noneTitle')} text={t('site.nothingYet')} />
      ) : (
        <Loaded query={region}>
          {({ edition, cells }) => {
            if (!states || !areas) return null;
            const view = viewOf({ cells }, states, areas);
            return (
              <>
                <EditionLine edition={edition} />
                <RegionSummary view={view} />
                <MeasureChoice
                  value={measure}
                  onChange={(show) => ask({ ...search, show }, { replace: true, resetScroll: false })}
                />
                <MatrixTable view={view} cycleKey={edition.cycleKey} measure={measure} />
                <Suspense fallback={<RowsSkeleton />}>
                  <RegionCharts view={view} edition={edition} measure={measure} />
                </Suspense>
              </>
            );
          }}
        </Loaded>
      )}
    </>
  );
}
