import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useReportName } from './kinds';
import { contentUrl, type Report } from './queries';

/** Reading view and file of a finished report. */
export function ReportLinks({ report }: { report: Report }) {
  const { t } = useTranslation();
  const nameOf = useReportName();
  if (report.state !== 'done') return <span className="soft">–</span>;
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
