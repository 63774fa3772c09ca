import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyList } from '~/ui/EmptyList';
import { Institutions } from '~/ui/Institutions';
import { Loaded } from '~/ui/Loaded';
import { ActivityStatus } from './ActivityStatus';
import { activitiesQuery, type Activity } from './queries';
import type { ActivityStatus as Status } from './search';
import { useWhen } from './when';

interface WorkplanProps {
  team: string;
  year: number;
  status?: Status;
  /** Whether the person may change the workplan. */
  works: boolean;
}

/** The activities of a team in a year. */
export function Workplan({ team, year, status, works }: WorkplanProps) {
  const { t } = useTranslation();
  const { text, percent } = useLang();
  const when = useWhen();
  const activities = useQuery(activitiesQuery({ team, year }));
  const columns = useMemo(
    (): Column<Activity>[] => [
      {
        id: 'when',
        header: t('team.when'),
        sort: (activity) => activity.startsOn ?? null,
        cell: (activity) => when(activity),
      },
      { id: 'what', header: t('team.activity'), names: true, cell: (activity) => text(activity, 'text') },
      { id: 'output', header: t('team.output'), cell: (activity) => text(activity, 'output') || '–' },
      {
        id: 'support',
        header: t('team.supportedBy'),
        cell: ({ supportedBy }) => (supportedBy.length > 0 ? <Institutions keys={supportedBy} /> : '–'),
      },
      {
        id: 'commitments',
        header: t('team.commitments'),
        cell: ({ commitments }) =>
          commitments.length === 0
            ? '–'
            : commitments.map(({ id, code }) => (
                <div key={id}>
                  <Link to="/commitments/$id" params={{ id }}>
                    {code}
                  </Link>
                </div>
              )),
      },
      {
        id: 'pledges',
        header: t('nav.pledges'),
        cell: ({ pledges }) =>
          pledges.length === 0
            ? '–'
            : pledges.map((pledge) => (
                <div key={pledge.id}>
                  <Link to="/pledges/$id" params={{ id: pledge.id }}>
                    {text(pledge, 'title')}
                  </Link>
                </div>
              )),
      },
      {
        id: 'status',
        header: t('team.statusHead'),
        sort: (activity) => activity.status,
        cell: (activity) => (
          <>
            <ActivityStatus word={activity.status} illustrative={activity.statusIllustrative} />
            {typeof activity.percent === 'number' && <div>{percent(activity.percent)}</div>}
            {!activity.statusPublished && <div className="soft">{t('team.notPublic')}</div>}
          </>
        ),
      },
      ...(works
        ? [
            {
              id: 'edit',
              header: t('action.edit'),
              cell: (activity: Activity) => (
                <Link
                  to="/team-activities/$id/edit"
                  params={{ id: activity.id }}
                  aria-label={`${t('action.edit')}: ${text(activity, 'text')}`}
                >
                  {t('action.edit')}
                </Link>
              ),
            },
          ]
        : []),
    ],
    [t, text, when, percent, works],
  );
  return (
    <Loaded query={activities}>
      {({ items }) => {
        const rows = items.filter((activity) => status === undefined || activity.status === status);
        return rows.length === 0 ? (
          <EmptyList search={status ? { status } : {}} none={t('team.noActivities')} />
        ) : (
          <DataTable
            caption={t('team.workplan')}
            rows={rows}
            columns={columns}
            keyOf={({ id }) => id}
            address="sort"
          />
        );
      }}
    </Loaded>
  );
}
