import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { mechanismsQuery } from '~/pages/mechanisms/queries';
import { Panel } from '~/ui/Panel';

/** The mechanisms whose sessions or agreements deal with a commitment. */
export function MechanismLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const mechanisms = useQuery(mechanismsQuery({ commitment: commitmentId })).data ?? [];
  if (mechanisms.length === 0) return null;
  return (
    <Panel title={t('nav.mechanisms')}>
      <ul>
        {mechanisms.map((mechanism) => (
          <li key={mechanism.id}>
            <Link to="/mechanisms/$id" params={{ id: mechanism.id }}>
              {text(mechanism, 'name')}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
