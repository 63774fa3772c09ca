import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { GenerateForm } from './GenerateForm';
import { type Report, reportsQuery } from './queries';
import { PreparationLink } from './PreparationLink';
import { ReportLinks } from './ReportLinks';
import { ReportProgress } from './ReportProgress';

/** The reports that were made, and the form to have one made. */
export function ReportsPage() {
  const { t } = useTranslation();
  const { instant, bytes } = useLang();
  const cycleName = useCycleName();
  const me = useMe();
  const reports = useQuery(reportsQuery);
  const columns = useMemo(
    (): Column<Report>[] => [
      {
        id: 'kind',
        header: t('reports.report'),
        names: true,
        sort: (report) => report.cycleKey,
        cell: (report) => (
          <>
            {t(`reports.kind.${report.kind}`)} · {cycleName(report.cycleKey)}
          </>
        ),
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
    [t, instant, bytes, cycleName],
  );
  return (
    <>
      <PageTitle title={t('nav.reports')}>{may(me, 'section.read') && <PreparationLink />}</PageTitle>
      {may(me, 'report.generate') && (
        <Panel
          title={t('reports.generate')}
          aside={<span className="soft">{t('reports.generateHint')}</span>}
        >
          <GenerateForm />
        </Panel>
      )}
      <Panel title={t('reports.list')}>
        <Loaded query={reports}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState text={t('reports.none')} />
            ) : (
              <DataTable
                caption={t('reports.list')}
                rows={list}
                columns={columns}
                keyOf={(report) => report.id}
                sortedBy={{ id: 'made', desc: true }}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
