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
import { Percent } from '~/ui/Percent';
import { KindsHistory } from '~/ui/history/KindsHistory';
import { asked } from '~/app/asked';
import { Portfolio } from './Portfolio';
import { knownDay } from './project-text';
import { programmesQuery, projectsQuery, type ProjectSummary } from './queries';

const route = getRouteApi('/app/projects');

/** The portfolio in numbers, and each project with what was last reported of it. */
export function ProjectsPage() {
  const { t } = useTranslation();
  const formats = useLang();
  const { text } = formats;
  const names = useNames();
  const me = useMe();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const programmes = useQuery(programmesQuery).data;
  const states = useQuery(statesQuery).data ?? [];
  const projects = useQuery(projectsQuery(search));
  const columns = useMemo((): Column<ProjectSummary>[] => {
    const known = new Map(programmes?.map((each) => [each.key, text(each, 'name')]));
    const place = ({ state }: ProjectSummary) => (state ? names.state(state) : t('regional.region'));
    return [
      {
        id: 'title',
        header: t('project.one'),
        names: true,
        sort: (project) => text(project, 'title'),
        cell: (project) => (
          <Link to="/projects/$id" params={{ id: project.id }}>
            {text(project, 'title')}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('field.state'),
        sort: place,
        cell: place,
      },
      {
        id: 'programme',
        header: t('project.programme'),
        cell: (project) => known.get(project.programme) ?? project.programme,
      },
      {
        id: 'percent',
        header: t('project.complete'),
        sort: (project) => project.percent ?? null,
        cell: (project) => (
          <>
            <Percent value={project.percent ?? null} />
            {project.percentAsOf && project.percentPrecision && (
              <div className="soft">
                {t('project.asOfDay', {
                  day: knownDay(t, formats, project.percentAsOf, project.percentPrecision),
                })}
              </div>
            )}
          </>
        ),
      },
      {
        id: 'status',
        header: t('project.status'),
        cell: (project) => text(project, 'status') || t('project.notStated'),
      },
      {
        id: 'end',
        header: t('project.end'),
        sort: (project) => project.expectedEndOn ?? null,
        cell: (project) => knownDay(t, formats, project.expectedEndOn, project.expectedEndPrecision),
      },
    ];
  }, [t, formats, text, names, programmes]);
  return (
    <>
      <PageTitle title={t('nav.projects')}>
        {may(me, 'project.write') && (
          <Button renderRoot={(props) => <Link {...props} to="/projects/new" />}>{t('project.new')}</Button>
        )}
      </PageTitle>
      <Filters
        search={search}
        text="q"
        choices={[
          {
            name: 'programme',
            label: t('project.programme'),
            options: (programmes ?? []).map((each) => ({ value: each.key, label: text(each, 'name') })),
          },
          {
            name: 'state',
            label: t('field.state'),
            options: states.map((state) => ({ value: state.code, label: text(state, 'name') })),
          },
        ]}
        onChange={(next) => void navigate({ search: next })}
      />
      <Portfolio programme={search.programme} />
      <Loaded query={projects}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyList search={search} none={t('project.none')} />
          ) : (
            <DataTable
              caption={t('nav.projects')}
              rows={items}
              columns={columns}
              keyOf={({ id }) => id}
              address="sort"
            />
          )
        }
      </Loaded>
      <KindsHistory kinds={['programme']} />
    </>
  );
}
