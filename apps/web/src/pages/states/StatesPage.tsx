import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type State, statesQuery } from '~/api/reference';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { plansQuery } from './queries';
import classes from './StatesPage.module.css';

/** The seven States with their plans. */
export function StatesPage() {
  const { t } = useTranslation();
  const states = useQuery(statesQuery);
  const plans = useQuery(plansQuery());
  // Cards grow by what the plans say, so they wait for them; without a network they say what there is.
  const waiting = plans.isLoading && states.data !== undefined;
  return (
    <>
      <PageTitle title={t('states.title')} />
      {waiting ? (
        <RowsSkeleton />
      ) : (
        <Loaded query={states}>
          {(list) => (
            <ul className={classes.grid}>
              {list.map((state) => (
                <StateCard
                  key={state.code}
                  state={state}
                  plan={plans.data?.find(
                    (each) => each.stateCode === state.code && each.status === 'adopted',
                  )}
                />
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </>
  );
}

function StateCard({ state, plan }: { state: State; plan: Schemas['PlanSummaryDto'] | undefined }) {
  const { t } = useTranslation();
  const { text } = useLang();
  return (
    <li className={classes.card}>
      <h2 className={classes.name}>
        <Link to="/states/$code" params={{ code: state.code }} search={{}}>
          {text(state, 'name')}
        </Link>
      </h2>
      {plan && (
        <>
          <p className={classes.count}>{t('plan.commitments', { count: plan.commitmentCount })}</p>
          {plan.basis === 'regional_template' && <p className={classes.note}>{t('state.fromTemplate')}</p>}
          {plan.publishedCommitments !== null && plan.publishedCommitments !== undefined && (
            <p className="soft">{t('plan.published', { n: plan.publishedCommitments })}</p>
          )}
        </>
      )}
      {text(state, 'mechanism') !== '' && <p className="soft">{text(state, 'mechanism')}</p>}
    </li>
  );
}
