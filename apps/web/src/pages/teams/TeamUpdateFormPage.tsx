import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { activitiesQuery, teamQuery, teamUpdateQuery, teamUpdatesQuery } from './queries';
import { TeamUpdateForm } from './TeamUpdateForm';

const route = getRouteApi('/app/teams/$key/report/$cycle');

/** Writes a team's update of a cycle, or goes on with it. */
export function TeamUpdateFormPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { key, cycle } = route.useParams();
  const cycleName = useCycleName();
  const team = useQuery(teamQuery(key));
  const plan = useQuery(activitiesQuery({ team: key, year: Number(cycle.slice(0, 4)) }));
  const updates = useQuery(teamUpdatesQuery({ team: key, cycle }));
  const latest = updates.data?.items.toSorted((a, b) => b.revision - a.revision)[0];
  const update = useQuery(teamUpdateQuery(latest?.id ?? ''));
  return (
    <Loaded query={team}>
      {(data) => (
        <>
          <PageTitle
            title={text(data, 'name')}
            over={
              <>
                <Link to="/teams/$key" params={{ key }} search={{}}>
                  {key}
                </Link>{' '}
                · {cycleName(cycle)}
              </>
            }
          />
          <Loaded query={plan}>
            {({ items }) => {
              if (!updates.data || (latest && !update.data)) return null;
              if (update.data && !update.data.actions.includes('save'))
                return (
                  <p>
                    <Link to="/team-updates/$id" params={{ id: update.data.id }}>
                      {t('team.locked')}
                    </Link>
                  </p>
                );
              return <TeamUpdateForm team={key} cycle={cycle} activities={items} before={update.data} />;
            }}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}
