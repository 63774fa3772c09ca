import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { Callout } from '~/ui/Callout';
import { ProblemAlert } from '~/ui/ProblemAlert';

/** Why a change of a draft was refused; what somebody else stored meanwhile shows already. */
export function PlanProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!isProblem(error, 'stale')) return <ProblemAlert error={error} />;
  return (
    <Callout tone="warn" role="alert" title={t('conflict.title')}>
      <p>{t('plan.stale')}</p>
    </Callout>
  );
}
