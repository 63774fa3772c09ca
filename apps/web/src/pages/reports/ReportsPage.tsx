import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { Panel } from '~/ui/Panel';
import { asked } from '~/app/asked';
import { useReportName } from './kinds';
import { type Report, reportsQuery } from './queries';
import { PreparationLink } from './PreparationLink';
import { PublishedReports } from './PublishedReports';
import { ReportLinks } from './ReportLinks';
import { ReportProgress } from './ReportProgress';

/** Readers do without it. */
const GenerateForm = lazy(async () => ({ default: (await import('./GenerateForm')).GenerateForm }));

/** The fields are most of the page's code, and the reports stand without them. */
const ReportFilters = lazy(async () => ({ default: (await import('./ReportFilters')).ReportFilters }));

const route = getRouteApi('/app/reports');

/** The form to have a report made, those that are published, and the files that were made. */
export function ReportsPage() {
  const { t } = useTranslation();
  const { instant, bytes } = useLang();
  const nameOf = useReportName();
  const search = route.useMatch({ select: asked });
  const me = useMe();
  const reports = useQuery(reportsQuery(search));
  const columns = useMemo(
    (): Column<Report>[] => [
      {
        id: 'kind',
        header: t('reports.report'),
        names: true,
        sort: nameOf,
        cell: nameOf,
      },
      {
        id: 'lang',
        header: t('reports.lang'),
        sort: (report) => report.lang,
        cell: (report) => (report.lang === 'en' ? 'English' : 'Español'),
      },
      {
        id: 'format',
        header: t('reports.format'),
        sort: (report) => report.format,
        cell: (report) => report.format.toUpperCase(),
      },
      { id: 'state', header: t('reports.state'), cell: (report) => <ReportProgress report={report} /> },
      {
        id: 'made',
        header: t('reports.made'),
        sort: (report) => report.createdAt,
        cell: (report) => (
          <>
            {instant(report.finishedAt ?? report.createdAt)}
            {report.bytes ? ` · ${bytes(report.bytes)}` : ''}
          </>
        ),
      },
      { id: 'links', header: t('reports.open'), cell: (report) => <ReportLinks report={report} /> },
    ],
    [t, instant, bytes, nameOf],
  );
  return (
    <>
      <PageTitle title={t('nav.reports')}>{may(me, 'section.read') && <PreparationLink />}</PageTitle>
      {may(me, 'report.generate') && (
        <Panel
          anchor="generate"
          title={t('reports.generate')}
          aside={<span className="soft">{t('reports.generateHint')}</span>}
        >
          <Suspense fallback={<RowsSkeleton rows={2} />}>
            <GenerateForm />
          </Suspense>
        </Panel>
      )}
      <PublishedReports />
      <Panel anchor="made" title={t('reports.list')}>
        <Suspense fallback={<RowsSkeleton />}>
          <ReportFilters />
        </Suspense>
        <Loaded query={reports}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState text={t(search.kind ? 'reports.noMatch' : 'reports.none')} />
            ) : (
              <DataTable
                caption={t('reports.list')}
                rows={list}
                columns={columns}
                keyOf={(report) => report.id}
                sortedBy={{ id: 'made', desc: true }}
                address="sort"
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
