import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { cyclesQuery } from '~/api/reference';
import { type Edition, fileUrl, publishedEditionsQuery } from '~/pages/composition/edition-queries';
import { FileLinks } from '~/pages/edition/FileLinks';
import { useCycleName } from '~/ui/cycle-name';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { Panel } from '~/ui/Panel';
import { useReportName } from './kinds';
import { papersOf, whichOf } from './papers';
import { type Report, reportsQuery } from './queries';
import classes from './PublishedReports.module.css';

/** The newest published edition of each cycle with its files, and the short papers, at addresses that stay; nothing while there is none. */
export function PublishedReports() {
  const { t } = useTranslation();
  const editions = useQuery(publishedEditionsQuery);
  const newest = (editions.data ?? []).filter((edition) => edition.newest);
  const nameOf = useReportName();
  const papers = usePublishedPapers(newest);
  // What stands below would be pushed down.
  if (editions.isPending)
    return (
      <Panel title={t('reports.published')}>
        <RowsSkeleton rows={3} />
      </Panel>
    );
  if (newest.length === 0 && papers.length === 0) return null;
  return (
    <Panel title={t('reports.published')}>
      {newest.map((edition) => (
        <PublishedEdition key={edition.id} edition={edition} />
      ))}
      {papers.length > 0 && (
        <ul className={classes.papers}>
          {papers.map((paper) => (
            <li key={paper.id}>
              <Link to="/reports/$cycle/$which" params={{ cycle: paper.cycleKey, which: whichOf(paper) }}>
                {nameOf(paper)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function PublishedEdition({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { lang, day } = useLang();
  const cycle = useCycleName()(edition.cycleKey);
  const { kind, cycleKey, number, publishedAt, files } = edition;
  return (
    <article className={classes.edition}>
      <h3 className={classes.name}>
        <Link to="/reports/$cycle/$which" params={{ cycle: cycleKey, which: String(number) }}>
          {t(`reports.kind.${kind}`)} · {cycle}
        </Link>
      </h3>
      <p className="soft">
        {t('reports.edition', { number })} · {day(publishedAt)}
      </p>
      <FileLinks files={files} code={lang} of={cycle} urlOf={(file) => fileUrl(edition, file)} />
    </article>
  );
}

/** Papers to read of published cycles, but for those that are out as an edition. */
function usePublishedPapers(editions: readonly Edition[]): Report[] {
  const made = useQuery(reportsQuery({})).data ?? [];
  const cycles = useQuery(cyclesQuery).data ?? [];
  const published = new Set(cycles.flatMap(({ key, state }) => (state === 'published' ? key : [])));
  const out = new Set(editions.map(({ cycleKey, kind }) => `${cycleKey}/${kind}`));
  return papersOf(made).filter(
    ({ cycleKey, kind }) => published.has(cycleKey) && !out.has(`${cycleKey}/${kind}`),
  );
}
