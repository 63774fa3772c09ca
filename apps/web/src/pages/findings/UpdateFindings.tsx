import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { Panel } from '~/ui/Panel';
import { FindingList } from './FindingList';
import { updateFindingsQuery } from './queries';

/** What looks odd in the figures and texts of an update; nothing when nothing does. */
export function UpdateFindings({ id }: { id: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const findings = useQuery({ ...updateFindingsQuery(id), enabled: may(me, 'submission.read') });
  if (!findings.data || findings.data.length === 0) return null;
  return (
    <Panel title={t('finding.title', { count: findings.data.length })}>
      <p className="soft">{t('finding.lead')}</p>
      <FindingList findings={findings.data} />
    </Panel>
  );
}
