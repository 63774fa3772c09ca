import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Panel } from '~/ui/Panel';
import { ActivityStatus } from './ActivityStatus';
import { activitiesQuery } from './queries';

/** The activities of technical teams that serve a commitment or a pledge. */
export function ServingActivities({ serves }: { serves: { commitment: string } | { pledge: string } }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const activities = useQuery(activitiesQuery(serves)).data?.items ?? [];
  if (activities.length === 0) return null;
  return (
    <Panel title={t('nav.teams')}>
      <ul>
        {activities.map((activity) => (
          <li key={activity.id}>
            <Link
              to="/teams/$key"
              params={{ key: activity.teamKey }}
              search={{ year: String(activity.year) }}
            >
              {text(activity, 'text')}
            </Link>{' '}
            {activity.year}{' '}
            <ActivityStatus word={activity.status} illustrative={activity.statusIllustrative} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
