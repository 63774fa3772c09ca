import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useReportName } from './kinds';
import { contentUrl, type Report } from './queries';

/** Readers do without it. */
const ReportActions = lazy(async () => ({ default: (await import('./ReportActions')).ReportActions }));

/** Reading view and file of a finished report; what can be done about one that is not. */
export function ReportLinks({ report }: { report: Report }) {
  const { t } = useTranslation();
  const nameOf = useReportName();
  const me = useMe();
  if (report.state !== 'done')
    return may(me, 'report.generate') ? (
      <Suspense fallback={null}>
        <ReportActions report={report} />
      </Suspense>
    ) : (
      <span className="soft">–</span>
    );
  const name = `${nameOf(report)}, ${report.lang}, ${report.format}`;
  return (
    <span style={{ display: 'inline-flex', gap: '1rem' }}>
      {report.format === 'html' && (
        <Link to="/reports/$id" params={{ id: report.id }} aria-label={`${t('reports.read')}: ${name}`}>
          {t('reports.read')}
        </Link>
      )}
      <a href={contentUrl(report.id)} download aria-label={`${t('reports.download')}: ${name}`}>
        {t('reports.download')}
      </a>
    </span>
  );
}
