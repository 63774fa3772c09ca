import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery, useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyList } from '~/ui/EmptyList';
import { Filters } from '~/ui/Filters';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { asked } from '~/app/asked';
import { storiesQuery, type Story } from './queries';

const route = getRouteApi('/app/stories');

/** Stories of people, and the drafts that this person works with. */
export function StoriesPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const me = useMe();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const states = useQuery(statesQuery).data ?? [];
  const stories = useQuery(storiesQuery(search));
  const columns = useMemo(
    (): Column<Story>[] => [
      {
        id: 'title',
        header: t('story.one'),
        names: true,
        sort: (story) => text(story, 'title'),
        cell: (story) => (
          <Link to="/stories/$id" params={{ id: story.id }}>
            {text(story, 'title')}
          </Link>
        ),
      },
      { id: 'state', header: t('field.state'), cell: (story) => names.state(story.stateCode) },
      {
        id: 'year',
        header: t('story.year'),
        numeric: true,
        sort: (story) => story.year,
        cell: (story) => story.year,
      },
      { id: 'commitment', header: t('field.commitment'), cell: (story) => story.commitment ?? '–' },
      { id: 'status', header: t('story.status'), cell: (story) => t(`story.statusWord.${story.status}`) },
    ],
    [t, text, names],
  );
  return (
    <>
      <PageTitle title={t('nav.stories')}>
        {may(me, 'story.write') && (
          <Button renderRoot={(props) => <Link {...props} to="/stories/new" />}>{t('story.new')}</Button>
        )}
      </PageTitle>
      <Filters
        search={search}
        choices={[
          {
            name: 'state',
            label: t('field.state'),
            options: states.map((state) => ({ value: state.code, label: text(state, 'name') })),
          },
        ]}
        onChange={(next) => void navigate({ search: next })}
      />
      <Loaded query={stories}>
        {({ items: rows }) =>
          rows.length === 0 ? (
            <EmptyList search={search} none={t('story.none')} />
          ) : (
            <DataTable
              caption={t('nav.stories')}
              rows={rows}
              columns={columns}
              keyOf={({ id }) => id}
              address="sort"
            />
          )
        }
      </Loaded>
    </>
  );
}
