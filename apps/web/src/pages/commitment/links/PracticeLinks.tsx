import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { practicesQuery } from '~/pages/alliances/queries';
import { Panel } from '~/ui/Panel';

/** The good practices that serve a commitment. */
export function PracticeLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const practices = useQuery(practicesQuery({ commitment: commitmentId })).data ?? [];
  if (practices.length === 0) return null;
  return (
    <Panel title={t('alliance.practices')}>
      <ul>
        {practices.map((practice) => (
          <li key={practice.id}>
            <Link to="/alliances" search={{ state: practice.stateCode }}>
              {text(practice, 'title')}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
