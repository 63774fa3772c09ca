import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { FoldingPanel } from '~/ui/FoldingPanel';
import { Coverage } from '~/ui/Percent';
import { teamRollupQuery, teamsQuery } from './queries';

type Row = Schemas['TeamRollupDto'];

/** How far the teams' workplans are in a cycle; nothing where there is none. */
export function TeamProgress({ cycleKey }: { cycleKey: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const rollup = useQuery(teamRollupQuery(cycleKey)).data;
  const teams = useQuery(teamsQuery).data;
  const columns = useMemo((): Column<Row>[] => {
    const named = (key: string): string => {
      const team = teams?.find((each) => each.key === key);
      return team ? text(team, 'name') : key;
    };
    return [
      {
        id: 'team',
        header: t('team.one'),
        names: true,
        cell: ({ teamKey }) =>
          teamKey ? (
            <Link to="/teams/$key" params={{ key: teamKey }} search={{ year: cycleKey.slice(0, 4) }}>
              {named(teamKey)}
            </Link>
          ) : (
            t('team.all')
          ),
      },
      {
        id: 'done',
        header: t('team.status.done'),
        numeric: true,
        cell: (row) =>
          row.reported === 0
            ? t('value.notReported')
            : t('team.doneOf', { done: row.done, activities: row.activities }),
      },
      {
        id: 'inProgress',
        header: t('team.status.in_progress'),
        numeric: true,
        cell: (row) => row.inProgress,
      },
      {
        id: 'later',
        header: t('team.laterOrNot'),
        numeric: true,
        cell: (row) => row.planned + row.postponed + row.cancelled,
      },
      {
        id: 'coverage',
        header: t('team.coverage'),
        cell: (row) => <Coverage reported={row.reported} total={row.activities} />,
      },
    ];
  }, [t, text, teams, cycleKey]);
  if (!rollup || rollup.teams.length === 0) return null;
  return (
    <FoldingPanel
      title={t('nav.teams')}
      aside={
        <span className="soft">
          {t('team.teamsReported', { n: rollup.teamsReported, total: rollup.teams.length })}
        </span>
      }
    >
      <DataTable
        caption={t('team.progress')}
        rows={[...rollup.teams, rollup.total]}
        columns={columns}
        keyOf={({ teamKey }) => teamKey ?? 'total'}
      />
    </FoldingPanel>
  );
}
