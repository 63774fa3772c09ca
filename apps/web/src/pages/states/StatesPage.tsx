import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { plansQuery } from './queries';
import classes from './StatesPage.module.css';

/** The seven States with their plans. */
export function StatesPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const states = useQuery(statesQuery);
  const plans = useQuery(plansQuery());
  return (
    <>
      <PageTitle title={t('states.title')} />
      <Loaded query={states}>
        {(list) => (
          <ul className={classes.grid}>
            {list.map((state) => {
              const plan = plans.data?.find(
                (each) => each.stateCode === state.code && each.status === 'adopted',
              );
              return (
                <li key={state.code} className={classes.card}>
                  <h2 className={classes.name}>
                    <Link to="/states/$code" params={{ code: state.code }} search={{}}>
                      {text(state, 'name')}
                    </Link>
                  </h2>
                  {plan && (
                    <>
                      <p className={classes.count}>
                        {t('plan.commitments', { count: plan.commitmentCount })}
                      </p>
                      {plan.basis === 'regional_template' && (
                        <p className={classes.note}>{t('state.fromTemplate')}</p>
                      )}
                      {plan.publishedCommitments !== null && plan.publishedCommitments !== undefined && (
                        <p className="soft">{t('plan.published', { n: plan.publishedCommitments })}</p>
                      )}
                    </>
                  )}
                  {text(state, 'mechanism') !== '' && <p className="soft">{text(state, 'mechanism')}</p>}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </>
  );
}
