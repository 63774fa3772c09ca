import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { mayIn, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { plansQuery } from '~/pages/states/queries';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { StartVersion } from './StartVersion';
import type { PlanSummary } from './queries';
import { PlanSign } from './words';

const route = getRouteApi('/app/states/$code/plans');

/** The versions of a State's plan: the one in force, the draft of the next, and those before. */
export function PlansPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const names = useNames();
  const me = useMe();
  const plans = useQuery(plansQuery(code));
  const columns = useColumns();
  return (
    <>
      <PageTitle
        title={t('plan.versions')}
        over={
          <Link to="/states/$code" params={{ code }} search={{}}>
            {names.state(code)}
          </Link>
        }
      >
        {plans.data && mayIn(me, 'plan.edit', code) && <StartVersion stateCode={code} plans={plans.data} />}
      </PageTitle>
      <Loaded query={plans}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState text={t('plan.none')} />
          ) : (
            <DataTable caption={t('plan.versions')} rows={rows} columns={columns} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </>
  );
}

function useColumns(): Column<PlanSummary>[] {
  const { t } = useTranslation();
  const { day, instant, text } = useLang();
  return [
    {
      id: 'version',
      header: t('plan.version'),
      names: true,
      cell: (plan) => (
        <Link to="/plans/$id" params={{ id: plan.id }}>
          {plan.versionNumber} · {text(plan, 'title')}
        </Link>
      ),
    },
    { id: 'status', header: t('plan.status'), cell: ({ status }) => <PlanSign status={status} /> },
    {
      id: 'adopted',
      header: t('plan.adoptedOn'),
      cell: ({ adoptedOn }) => day(adoptedOn) || '–',
    },
    {
      id: 'commitments',
      header: t('plan.inThisPlan'),
      cell: ({ commitmentCount }) => t('plan.commitments', { count: commitmentCount }),
    },
    { id: 'updated', header: t('plan.changedAt'), cell: ({ updatedAt }) => instant(updatedAt) },
  ];
}
