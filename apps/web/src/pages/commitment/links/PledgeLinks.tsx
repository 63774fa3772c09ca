import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { PledgeStage } from '~/pages/pledges/PledgeStage';
import { pledgesQuery } from '~/pages/pledges/queries';
import { Panel } from '~/ui/Panel';

/** The pledges that a commitment carries out. */
export function PledgeLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const pledges = useQuery(pledgesQuery({ commitment: commitmentId })).data?.items ?? [];
  if (pledges.length === 0) return null;
  return (
    <Panel title={t('nav.pledges')}>
      <ul>
        {pledges.map((pledge) => (
          <li key={pledge.id}>
            <Link to="/pledges/$id" params={{ id: pledge.id }}>
              {text(pledge, 'title')}
            </Link>{' '}
            <PledgeStage pledge={pledge} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
