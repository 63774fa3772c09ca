import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { currentCycle, cyclesQuery, statesQuery, useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { plansQuery } from '~/pages/states/queries';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { CyclePicker } from '~/ui/CyclePicker';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { useAsk } from '~/ui/use-order';
import { KindsHistory } from '~/ui/history/KindsHistory';
import { AreaFilter } from './AreaFilter';
import { AreaSection } from './AreaSection';
import { OtherFacts } from './OtherFacts';
import { PlanHead } from './PlanHead';
import { progressQuery } from './queries';
import type { StateSearch } from './search';
import { SelfApproval } from './SelfApproval';
import { StateLinks } from './StateLinks';

const MovesPanel = lazy(async () => ({ default: (await import('~/pages/moves/MovesPanel')).MovesPanel }));

const TrendPanel = lazy(async () => ({ default: (await import('./TrendPanel')).TrendPanel }));

const route = getRouteApi('/app/states/$code');

/** A State: its plan and, area by area, how far each commitment is. */
export function StatePage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { code } = route.useParams();
  const search = route.useSearch();
  const ask = useAsk<StateSearch>();
  const names = useNames();
  const me = useMe();
  const state = useQuery(statesQuery).data?.find((each) => each.code === code);
  const cycles = useQuery(cyclesQuery).data ?? [];
  const cycle = search.cycle ?? currentCycle(cycles)?.key;
  const plans = useQuery(plansQuery(code));
  const plan = plans.data?.find((each) => each.status === 'adopted') ?? plans.data?.[0];
  const progress = useQuery(progressQuery(plan?.id ?? '', cycle));

  return (
    <>
      <PageTitle title={names.state(code)} over={state ? text(state, 'mechanism') : undefined}>
        <CyclePicker value={cycle ?? ''} onChange={(key) => ask({ ...search, cycle: key })} />
      </PageTitle>
      {plan && (
        <PlanHead plan={plan}>
          <StateLinks code={code} />
        </PlanHead>
      )}
      {plans.isSuccess && !plan ? (
        <EmptyState text={t('plan.none')}>
          <StateLinks code={code} />
        </EmptyState>
      ) : (
        <Loaded query={progress}>
          {({ commitments }) => {
            const areas = [...Map.groupBy(commitments, (each) => each.areaKey)];
            return (
              <>
                <AreaFilter
                  areas={areas.map(([area, members]) => ({ area, count: members.length }))}
                  chosen={search.area}
                  onChoose={(area) =>
                    ask({ ...(search.cycle ? { cycle: search.cycle } : {}), ...(area ? { area } : {}) })
                  }
                />
                {areas
                  .filter(([area]) => search.area === undefined || search.area === area)
                  .map(([area, members]) => (
                    <AreaSection key={area} area={area} commitments={members} />
                  ))}
                {search.area === undefined && (
                  <Suspense>
                    <TrendPanel stateCode={code} />
                  </Suspense>
                )}
                {cycle && search.area === undefined && (
                  <Suspense>
                    <MovesPanel cycleKey={cycle} stateCode={code} />
                  </Suspense>
                )}
                {cycle && search.area === undefined && <OtherFacts stateCode={code} cycle={cycle} />}
              </>
            );
          }}
        </Loaded>
      )}
      {plan && <HistoryPanel key={plan.id} entity="plan" id={plan.id} />}
      {may(me, 'state.manage') && <SelfApproval stateCode={code} />}
      <KindsHistory kinds={['state', 'institution', 'fact']} state={code} />
    </>
  );
}
