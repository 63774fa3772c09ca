import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { Term } from '~/glossary/Term';
import { Panel } from '~/ui/Panel';
import { FindingList } from './FindingList';
import { cycleFindingsQuery } from './queries';

/** Everything that looks odd in a cycle, for who decides on it. */
export function CycleFindings({ cycleKey }: { cycleKey: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const findings = useQuery(cycleFindingsQuery(cycleKey));
  if (!findings.data || findings.data.total + findings.data.corrections.length === 0) return null;
  const { total, answered, corrections } = findings.data;
  return (
    <Panel
      title={<Term of="finding">{t('finding.title', { count: total })}</Term>}
      aside={<span className="soft">{t('finding.count', { answered, total })}</span>}
    >
      <p className="soft">{t('finding.lead')}</p>
      <FindingList
        findings={findings.data.findings}
        place={(finding) => (
          <>
            {names.state(finding.stateCode)}{' '}
            {finding.updateId ? (
              <Link to="/updates/$id" params={{ id: finding.updateId }}>
                {finding.code}
              </Link>
            ) : (
              finding.factCode
            )}{' '}
            ·
          </>
        )}
      />
      {corrections.length > 0 && (
        <p className="soft">{t('finding.corrections', { count: corrections.length })}</p>
      )}
    </Panel>
  );
}
