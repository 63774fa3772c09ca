import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { projectsQuery } from '~/pages/projects/queries';
import { Panel } from '~/ui/Panel';
import { Percent } from '~/ui/Percent';

/** The projects that help to carry a commitment out. */
export function ProjectLinks({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const projects = useQuery(projectsQuery({ commitment: commitmentId })).data?.items ?? [];
  if (projects.length === 0) return null;
  return (
    <Panel title={t('nav.projects')}>
      <ul>
        {projects.map((project) => (
          <li key={project.id}>
            <Link to="/projects/$id" params={{ id: project.id }}>
              {text(project, 'title')}
            </Link>{' '}
            <Percent value={project.percent ?? null} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
