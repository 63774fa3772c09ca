import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { langsFor } from '~/pages/composition/languages';
import { useReportName } from '~/pages/reports/kinds';
import { filesBeside, readableIn } from '~/pages/reports/papers';
import { contentUrl, type Report } from '~/pages/reports/queries';
import { ReportProgress } from '~/pages/reports/ReportProgress';
import { Callout } from '~/ui/Callout';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Downloads } from './Downloads';
import classes from './EditionPage.module.css';
import { paperQuery } from './paper-query';

/** A short paper as it was made last, to read and to download. @param which `state-mx` */
export function PublishedPaper({ cycle, which }: { cycle: string; which: string }) {
  return <Loaded query={useQuery(paperQuery(cycle, which))}>{(made) => <Contents made={made} />}</Loaded>;
}

function Contents({ made }: { made: readonly Report[] }) {
  const { t } = useTranslation();
  const { lang, instant } = useLang();
  const nameOf = useReportName();
  const [paper] = langsFor(lang).flatMap((code) => readableIn(made, code) ?? []);
  const toReports = <Link to="/reports">{t('nav.reports')}</Link>;
  if (!paper)
    return (
      <>
        <PageTitle title={t('nav.reports')} />
        <EmptyState text={t('reports.noMatch')}>{toReports}</EmptyState>
      </>
    );
  return (
    <>
      <PageTitle
        title={nameOf(paper)}
        over={
          <>
            {toReports} · {t('reports.made')} {instant(paper.finishedAt ?? paper.createdAt)} ·{' '}
            {t('edition.madeFrom', { number: paper.snapshotNumber })}
          </>
        }
      />
      {paper.lang !== lang && (
        <Callout tone="info">
          <p>{t('edition.otherLanguage')}</p>
        </Callout>
      )}
      <Downloads files={filesBeside(made, paper)} urlOf={({ id }) => contentUrl(id)} />
      <p>
        <Link to="/verify">{t('edition.check')}</Link>
      </p>
      {paper.state === 'done' ? (
        <iframe
          className={classes.frame}
          src={contentUrl(paper.id)}
          title={t('edition.reading')}
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
        />
      ) : (
        <ReportProgress report={paper} />
      )}
    </>
  );
}
