import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { plansQuery } from '~/pages/regional-plan/queries';
import { Panel } from '~/ui/Panel';

/** The Regional Action Plans that name a commitment. */
export function RegionalPlanLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const plans = useQuery(plansQuery({ commitment: commitmentId })).data ?? [];
  if (plans.length === 0) return null;
  return (
    <Panel title={t('nav.regionalPlan')}>
      <ul>
        {plans.map(({ year }) => (
          <li key={year}>
            <Link to="/regional-plan" search={{ year: String(year) }}>
              {t('regional.plan', { year })}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
