import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { BothText } from '~/ui/BothText';
import { useInstitutionName } from '~/ui/Institutions';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { knownDay, money, standing } from './project-text';
import { ProgressChart } from './ProgressChart';
import { ProjectReportDialog } from './ProjectReportDialog';
import { programmesQuery, type Project, projectQuery } from './queries';

const route = getRouteApi('/app/projects/$id');

/** A project: what it is, which commitments it serves, and every report on it. */
export function ProjectPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { id } = route.useParams();
  const project = useQuery(projectQuery(id));
  const [reporting, setReporting] = useState(false);
  return (
    <Loaded query={project} skeleton={<PageSkeleton />}>
      {(data) => (
        <>
          <PageTitle title={text(data, 'title')} over={<Link to="/projects">{t('nav.projects')}</Link>}>
            {data.mayWrite && (
              <>
                <Button onClick={() => setReporting(true)}>{t('project.report')}</Button>
                <Link to="/projects/$id/edit" params={{ id }}>
                  {t('action.edit')}
                </Link>
              </>
            )}
          </PageTitle>
          {reporting && <ProjectReportDialog id={id} onClose={() => setReporting(false)} />}
          <About project={data} />
          {data.commitments.length > 0 && (
            <Panel title={t('pledge.commitments')}>
              <ul>
                {data.commitments.map((commitment) => (
                  <li key={commitment.id}>
                    <Link to="/commitments/$id" params={{ id: commitment.id }}>
                      {commitment.code} {text(commitment, 'title')}
                    </Link>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <History project={data} />
          <HistoryPanel entity="project" id={data.id} />
        </>
      )}
    </Loaded>
  );
}

function About({ project }: { project: Project }) {
  const { t } = useTranslation();
  const formats = useLang();
  const { text, number } = formats;
  const names = useNames();
  const programme = useQuery(programmesQuery).data?.find(({ key }) => key === project.programme);
  const none = t('project.notStated');
  const named = useInstitutionName();
  const people = (count: number | null | undefined, qualifier: Project['reachedQualifier']) =>
    typeof count === 'number'
      ? `${qualifier && qualifier !== 'exact' ? `${t(`word.qualifier.${qualifier}`)} ` : ''}${number(count)}`
      : none;
  return (
    <Panel title={t('project.about')}>
      <Facts
        rows={[
          [t('field.state'), project.state ? names.state(project.state) : t('regional.region')],
          [t('project.programme'), programme ? text(programme, 'name') : project.programme],
          [t('project.executing'), project.executingEntity ? named(project.executingEntity) : none],
          [t('project.donor'), project.donor ? named(project.donor) : none],
          [t('project.amounts'), money(formats, project.amount, project.currency) ?? none],
          [t('project.end'), knownDay(t, formats, project.expectedEndOn, project.expectedEndPrecision)],
          [
            t('project.expected'),
            [
              people(project.beneficiariesExpected, project.beneficiariesQualifier),
              ...project.furtherBeneficiaries.map(
                (apart) => `${people(apart.people, apart.qualifier)} (${text(apart, 'name')})`,
              ),
            ].join(' + '),
          ],
          [t('project.reached'), people(project.reached, project.reachedQualifier)],
          [t('pledge.sources'), <SourceText key="sources" text={project.sources.join(' · ')} />],
        ]}
      />
      <BothText of={project} name="note" />
    </Panel>
  );
}

function History({ project }: { project: Project }) {
  const { t } = useTranslation();
  const formats = useLang();
  const { text, number } = formats;
  return (
    <Panel title={t('project.history')}>
      <ProgressChart project={project} />
      {project.history.length === 0 ? (
        <p className="soft">{t('value.notReported')}</p>
      ) : (
        <ol reversed>
          {project.history.map((report) => (
            <li key={report.id}>
              <strong>{knownDay(t, formats, report.asOf, report.asOfPrecision)}</strong>{' '}
              {standing(formats, report.percent, text(report, 'status'))}{' '}
              {typeof report.reached === 'number' && t('project.people', { count: number(report.reached) })}{' '}
              <span className="soft">
                <SourceText text={report.sources.join(' · ')} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
