import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '~/ui/Callout';
import { cycleFindingsQuery } from './queries';

/** How many findings stand unanswered, said before the region is endorsed; it stops nobody. */
export function FindingCount({ cycleKey }: { cycleKey: string }) {
  const { t } = useTranslation();
  const findings = useQuery(cycleFindingsQuery(cycleKey));
  if (!findings.data || findings.data.total === 0) return null;
  const { total, answered } = findings.data;
  return (
    <Callout tone={answered === total ? 'info' : 'warn'}>
      <p>{t('finding.beforeEndorsing', { answered, total })}</p>
    </Callout>
  );
}
