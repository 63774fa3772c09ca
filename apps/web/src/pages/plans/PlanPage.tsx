import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { mayIn, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { plansQuery } from '~/pages/states/queries';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { PlanHead } from '../state/PlanHead';
import { ChangesPanel } from './ChangesPanel';
import { CommitmentList } from './CommitmentList';
import { DraftActions } from './DraftActions';
import { type Plan, planQuery } from './queries';
import { StartVersion } from './StartVersion';
import { PlanSign } from './words';

const route = getRouteApi('/app/plans/$id');

/** One version of a State's plan; a draft is written here by who may. */
export function PlanPage() {
  const { id } = route.useParams();
  const plan = useQuery(planQuery(id));
  return (
    <Loaded query={plan} skeleton={<PageSkeleton />}>
      {(data) => <OnePlan plan={data} />}
    </Loaded>
  );
}

function OnePlan({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const me = useMe();
  const { stateCode, status, versionNumber } = plan;
  const versions = useQuery(plansQuery(stateCode)).data;
  const editor = mayIn(me, 'plan.edit', stateCode);
  const before = versionBefore(plan, versions ?? []);
  const compared = useQuery(planQuery(before?.id ?? '')).data;
  return (
    <>
      <PageTitle
        title={text(plan, 'title')}
        over={
          <>
            <Link to="/states/$code" params={{ code: stateCode }} search={{}}>
              {names.state(stateCode)}
            </Link>{' '}
            ·{' '}
            <Link to="/states/$code/plans" params={{ code: stateCode }}>
              {t('plan.versions')}
            </Link>{' '}
            · {t('plan.versionN', { n: versionNumber })} <PlanSign status={status} />
          </>
        }
      >
        {editor && status !== 'draft' && versions && <StartVersion stateCode={stateCode} plans={versions} />}
      </PageTitle>
      {editor && status === 'draft' && <DraftActions plan={plan} before={compared} />}
      <PlanHead plan={plan} titled={false} />
      {compared && <ChangesPanel before={compared} now={plan} editable={editor && status === 'draft'} />}
      <CommitmentList plan={plan} before={compared} editable={editor && status === 'draft'} />
      <HistoryPanel key={plan.id} entity="plan" id={plan.id} />
    </>
  );
}

/** What a version is compared with: the one in force for a draft, else the one that it took the place of. */
function versionBefore<V extends Pick<Plan, 'status' | 'versionNumber'>>(
  { status, versionNumber }: Plan,
  versions: V[],
): V | undefined {
  if (status === 'draft') return versions.find((each) => each.status === 'adopted');
  return versions
    .filter((each) => each.status !== 'draft' && each.versionNumber < versionNumber)
    .reduce<V | undefined>(
      (last, each) => (last && last.versionNumber > each.versionNumber ? last : each),
      undefined,
    );
}
