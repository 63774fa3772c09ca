import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { areasQuery, statesQuery, useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyList } from '~/ui/EmptyList';
import { Filters } from '~/ui/Filters';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { asked } from '~/app/asked';
import { KindsHistory } from '~/ui/history/KindsHistory';
import { PledgeDashboard } from './PledgeDashboard';
import { PledgeStage } from './PledgeStage';
import { forumsQuery, type PledgeSummary, pledgesQuery } from './queries';
import { PLEDGE_FORMS, PLEDGE_STAGES, type PledgeSearch } from './words';

const route = getRouteApi('/app/pledges');

/** Pledges with their stages: in numbers by area of focus, and one by one. */
export function PledgesPage() {
  const { t } = useTranslation();
  const { text, list } = useLang();
  const names = useNames();
  const me = useMe();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const forums = useQuery(forumsQuery).data ?? [];
  const states = useQuery(statesQuery).data ?? [];
  const areas = useQuery(areasQuery).data ?? [];
  const pledges = useQuery(pledgesQuery(search));
  const columns = useMemo(
    (): Column<PledgeSummary>[] => [
      {
        id: 'title',
        header: t('pledge.one'),
        names: true,
        sort: (pledge) => text(pledge, 'title'),
        cell: (pledge) => (
          <Link to="/pledges/$id" params={{ id: pledge.id }}>
            {text(pledge, 'title')}
          </Link>
        ),
      },
      {
        id: 'submitter',
        header: t('pledge.submitter'),
        cell: (pledge) =>
          pledge.submitterState
            ? names.state(pledge.submitterState)
            : (pledge.submitterInstitution ?? t('pledge.notStated')),
      },
      { id: 'form', header: t('pledge.form'), cell: (pledge) => t(`pledge.formWord.${pledge.form}`) },
      {
        id: 'areas',
        header: t('pledge.area'),
        term: 'area_of_focus',
        cell: (pledge) => list(pledge.areas.map(names.area)) || t('pledge.noArea'),
      },
      {
        id: 'stage',
        header: t('field.stage'),
        term: 'pledge',
        sort: (pledge) => pledge.stage ?? null,
        cell: (pledge) => <PledgeStage pledge={pledge} />,
      },
      {
        id: 'commitments',
        header: t('pledge.commitments'),
        numeric: true,
        cell: (pledge) => t('coverage.of', { reported: pledge.reported, total: pledge.commitments }),
      },
    ],
    [t, text, list, names],
  );
  return (
    <>
      <PageTitle title={t('nav.pledges')}>
        <a href="/api/pledges/export.xlsx" download>
          {t('pledge.export')} (XLSX)
        </a>
        <a href="/api/pledges/export.csv" download>
          CSV
        </a>
        {may(me, 'pledge.write') && (
          <Button renderRoot={(props) => <Link {...props} to="/pledges/new" />}>{t('pledge.new')}</Button>
        )}
      </PageTitle>
      <Filters
        search={search}
        text="q"
        choices={[
          {
            name: 'forum',
            label: t('pledge.forum'),
            options: forums.map((forum) => ({ value: forum.key, label: text(forum, 'name') })),
          },
          {
            name: 'stage',
            label: t('field.stage'),
            options: [
              ...PLEDGE_STAGES.map((value) => ({ value, label: t(`pledge.stageWord.${value}`) })),
              { value: 'no_update', label: t('pledge.noUpdate') },
            ],
          },
          {
            name: 'area',
            label: t('pledge.area'),
            options: areas
              .filter(({ shared }) => shared)
              .map((area) => ({ value: area.key, label: text(area, 'name') })),
          },
          {
            name: 'state',
            label: t('field.state'),
            options: states.map((state) => ({ value: state.code, label: text(state, 'name') })),
          },
          {
            name: 'form',
            label: t('pledge.form'),
            options: PLEDGE_FORMS.map((value) => ({ value, label: t(`pledge.formWord.${value}`) })),
          },
        ]}
        onChange={(next) => void navigate({ search: next as PledgeSearch })}
      />
      <PledgeDashboard forum={search.forum} />
      <Loaded query={pledges}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyList search={search} none={t('pledge.none')} />
          ) : (
            <DataTable
              caption={t('nav.pledges')}
              rows={items}
              columns={columns}
              keyOf={({ id }) => id}
              address="sort"
            />
          )
        }
      </Loaded>
      <KindsHistory kinds={['pledge_forum']} />
    </>
  );
}
