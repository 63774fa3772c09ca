import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { type Indicator, indicatorQuery, seriesQuery } from './queries';
import { mayObserve } from './rights';
import { SeriesPanel } from './SeriesPanel';

const route = getRouteApi('/app/indicators/$id');

/** For those who work with it, below everything else. */
const HistoryPanel = lazy(async () => ({
  default: (await import('~/ui/history/HistoryPanel')).HistoryPanel,
}));

const AddObservationDialog = lazy(async () => ({
  default: (await import('./AddObservationDialog')).AddObservationDialog,
}));

/** An indicator: what it measures, how its values are put together, and its series. */
export function IndicatorPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { id } = route.useParams();
  const indicator = useQuery(indicatorQuery(id));
  const series = useQuery(seriesQuery(id));
  const states = useQuery(statesQuery).data ?? [];
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const mayAdd = (of: Indicator): boolean => states.some(({ code }) => mayObserve(me, of, code));
  return (
    <Loaded query={indicator} skeleton={<PageSkeleton />}>
      {(data) => (
        <>
          <PageTitle
            title={`${data.code} ${text(data, 'name')}`}
            over={<Link to="/indicators">{t('nav.indicators')}</Link>}
          >
            {mayAdd(data) && <Button onClick={() => setAdding(true)}>{t('indicator.add.title')}</Button>}
          </PageTitle>
          <Suspense>
            {adding && <AddObservationDialog indicator={data} onClose={() => setAdding(false)} />}
          </Suspense>
          <About indicator={data} />
          <Loaded query={series}>
            {(all) =>
              all.length === 0 ? (
                <EmptyState text={t('indicator.noSeries')} />
              ) : (
                all.map((each) => <SeriesPanel key={each.id} indicator={data} series={each} />)
              )
            }
          </Loaded>
          <Suspense>
            <HistoryPanel entity="indicator" id={data.id} />
          </Suspense>
        </>
      )}
    </Loaded>
  );
}

function About({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const { text, lang } = useLang();
  const direction = t(`indicator.directionWord.${indicator.direction}`);
  const inferred = indicator.directionInferred ? ` (${t('indicator.inferred')})` : '';
  return (
    <Panel title={t('indicator.about')}>
      <Facts
        rows={[
          [t('indicator.level'), t(`indicator.levelWord.${indicator.level}`)],
          [t('indicator.area'), text(indicator, 'area') || t('value.none')],
          [t('indicator.type'), t(`indicator.typeWord.${indicator.valueType}`)],
          ...(indicator.scale
            ? [
                [t('indicator.scale'), scaleText(indicator.scale, indicator.scaleOrdered, lang, t)] as [
                  string,
                  string,
                ],
              ]
            : []),
          [t('indicator.direction'), `${direction}${inferred}`],
          [t('indicator.overTime'), t(`indicator.ruleWord.${indicator.overTime}`)],
          [t('indicator.overPlaces'), t(`indicator.ruleWord.${indicator.overPlaces}`)],
          [t('indicator.source'), <SourceText key="source" text={indicator.source} />],
        ]}
      />
    </Panel>
  );
}

/** The steps, lowest first where that is known. */
const scaleText = (
  scale: NonNullable<Indicator['scale']>,
  ordered: boolean,
  lang: 'en' | 'es',
  t: TFunction,
): string => {
  const steps = scale.map((step) => step[lang]);
  return ordered ? steps.join(' → ') : `${steps.join(' · ')} (${t('indicator.noOrder')})`;
};
