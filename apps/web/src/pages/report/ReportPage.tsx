import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useReportName } from '~/pages/reports/kinds';
import { contentUrl, type Report, reportQuery } from '~/pages/reports/queries';
import { ReportLinks } from '~/pages/reports/ReportLinks';
import { ReportProgress } from '~/pages/reports/ReportProgress';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import classes from './ReportPage.module.css';

const route = getRouteApi('/app/reports/$id');

/** A report to read. Its HTML runs no scripts: it is shown in a frame that allows links and nothing else. */
export function ReportPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const nameOf = useReportName();
  const report = useQuery(reportQuery(id));
  return (
    <Loaded query={report}>
      {(data) => (
        <>
          <PageTitle
            title={nameOf(data)}
            over={
              <>
                <Link to="/reports">{t('nav.reports')}</Link> · {data.lang === 'en' ? 'English' : 'Español'}
                {data.sha256 && <> · SHA-256 {data.sha256.slice(0, 16)}…</>}
              </>
            }
          >
            {data.state === 'done' && (
              <Button component="a" variant="default" href={contentUrl(id)} download>
                {t('reports.download')}
              </Button>
            )}
          </PageTitle>
          <Reading report={data} />
          <HistoryPanel entity="report" id={data.id} />
        </>
      )}
    </Loaded>
  );
}

function Reading({ report }: { report: Report }) {
  const { t } = useTranslation();
  if (report.state !== 'done')
    return (
      <>
        <ReportProgress report={report} /> <ReportLinks report={report} />
      </>
    );
  if (report.format !== 'html') return <p>{t('reports.onlyFile')}</p>;
  return (
    <iframe
      className={classes.frame}
      src={contentUrl(report.id)}
      title={t('reports.reading')}
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
    />
  );
}
