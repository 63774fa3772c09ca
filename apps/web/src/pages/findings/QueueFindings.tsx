import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FindingList } from './FindingList';
import { cycleFindingsQuery } from './queries';

/** What looks odd in one update of the queue; all updates of a cycle share one look. */
export function QueueFindings({ updateId, cycleKey }: { updateId: string; cycleKey: string }) {
  const { t } = useTranslation();
  const findings = useQuery({
    ...cycleFindingsQuery(cycleKey),
    select: (all) => all.findings.filter((finding) => finding.updateId === updateId),
  });
  if (!findings.data || findings.data.length === 0) return null;
  return (
    <details open>
      <summary>{t('finding.title', { count: findings.data.length })}</summary>
      <FindingList findings={findings.data} />
    </details>
  );
}
