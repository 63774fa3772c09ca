import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { teamsQuery } from './queries';
import { TeamUpdateList } from './TeamUpdateList';

type Row = Schemas['TeamSummary'];

/** The Regional Technical Teams, and the updates that wait for a reviewer. */
export function TeamsPage() {
  const { t } = useTranslation();
  const { text, list } = useLang();
  const me = useMe();
  const teams = useQuery(teamsQuery);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'name',
        header: t('team.one'),
        names: true,
        cell: (team) => (
          <Link to="/teams/$key" params={{ key: team.key }} search={{}}>
            {text(team, 'name')}
          </Link>
        ),
      },
      {
        id: 'leads',
        header: t('team.leadNow'),
        cell: (team) => list(team.leads.map((lead) => text(lead, 'name'))) || t('team.notStated'),
      },
      {
        id: 'members',
        header: t('team.members'),
        cell: (team) => t('team.memberCounts', { states: team.states, cities: team.cities }),
      },
      {
        id: 'done',
        header: t('team.workplanNow'),
        term: 'workplan',
        numeric: true,
        cell: (team) => t('team.doneOf', { done: team.done, activities: team.activities }),
      },
    ],
    [t, text, list],
  );
  return (
    <>
      <PageTitle title={t('nav.teams')}>
        {may(me, 'team.manage') && <Link to="/teams/new">{t('team.new')}</Link>}
      </PageTitle>
      <Loaded query={teams}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState text={t('team.none')} />
          ) : (
            <DataTable caption={t('nav.teams')} rows={rows} columns={columns} keyOf={({ key }) => key} />
          )
        }
      </Loaded>
      {may(me, 'team_update.review') && (
        <Panel title={t('team.toReview')}>
          <TeamUpdateList filter={{ reviewState: 'submitted' }} empty={t('team.nothingToReview')} />
        </Panel>
      )}
    </>
  );
}
