import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentCycle, cyclesQuery } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { Filters } from '~/ui/Filters';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { asked } from '~/app/asked';
import { activitiesQuery, teamQuery, teamYearQuery } from './queries';
import { ACTIVITY_STATUSES, type TeamSearch } from './search';
import { Points, TeamAbout } from './TeamAbout';
import { TeamRecords } from './TeamRecords';
import { TeamUpdateList } from './TeamUpdateList';
import classes from './TeamPage.module.css';
import { Workplan } from './Workplan';

const route = getRouteApi('/app/teams/$key');

/** One team: its workplan of a year, sessions, products, what it reported, and who it is. */
export function TeamPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { key } = route.useParams();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const me = useMe();
  const team = useQuery(teamQuery(key));
  const cycle = currentCycle(useQuery(cyclesQuery).data ?? []);
  const planned = useQuery(activitiesQuery({ team: key })).data?.items ?? [];
  const years = [...new Set(planned.map((activity) => activity.year))];
  const [thisYear] = useState(() => new Date().getUTCFullYear());
  const year = Number(search.year ?? years[0] ?? thisYear);
  const leads = me.roles.some((grant) => grant.role === 'team_lead' && grant.teamKey === key);
  const works = leads || may(me, 'team.manage');
  const objective = useQuery(teamYearQuery(key, year)).data;
  return (
    <Loaded query={team} skeleton={<PageSkeleton />}>
      {(data) => (
        <>
          <PageTitle title={text(data, 'name')} over={<Link to="/teams">{t('nav.teams')}</Link>}>
            {may(me, 'team.manage') && (
              <Link to="/teams/$key/edit" params={{ key }}>
                {t('team.edit')}
              </Link>
            )}
            {leads && cycle && (cycle.state === 'open' || cycle.state === 'in_review') && (
              <Link to="/teams/$key/report/$cycle" params={{ key, cycle: cycle.key }}>
                {t('team.write')}
              </Link>
            )}
          </PageTitle>
          <Filters
            search={{ ...search, year: String(year) }}
            choices={[
              {
                name: 'year',
                label: t('team.year'),
                options: [...new Set([year, ...years])].map((each) => ({
                  value: String(each),
                  label: String(each),
                })),
              },
              {
                name: 'status',
                label: t('team.statusHead'),
                options: ACTIVITY_STATUSES.map((value) => ({ value, label: t(`team.status.${value}`) })),
              },
            ]}
            onChange={(next) => void navigate({ search: next as TeamSearch })}
          />
          <Panel
            anchor="workplan"
            title={t('team.workplan')}
            aside={
              works && (
                <span className={classes.links}>
                  <Link to="/teams/$key/years/$year" params={{ key, year: String(year) }}>
                    {t('team.editYear', { year })}
                  </Link>
                  <Link to="/teams/$key/$year/activities/new" params={{ key, year: String(year) }}>
                    {t('team.newActivity')}
                  </Link>
                </span>
              )
            }
          >
            {objective && text(objective, 'objective') !== '' && (
              <p>
                <strong>{t('team.objective')}:</strong> {text(objective, 'objective')}
              </p>
            )}
            <Workplan team={key} year={year} status={search.status} works={works} />
            <Points title={t('field.nextSteps')} items={objective?.nextSteps ?? []} />
            <Points title={t('team.notes')} items={objective?.notes ?? []} />
          </Panel>
          <TeamRecords team={key} year={year} works={works} />
          <Panel anchor="updates" title={t('team.updates')}>
            <TeamUpdateList filter={{ team: key }} empty={t('team.noUpdates')} />
          </Panel>
          <TeamAbout team={data} />
          <HistoryPanel entity="team" id={key} />
        </>
      )}
    </Loaded>
  );
}
