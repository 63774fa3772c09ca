import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { cyclesQuery } from '~/api/reference';
import { publishedEditionsQuery } from '~/pages/composition/edition-queries';
import { useCycleName } from '~/ui/cycle-name';
import { Panel } from '~/ui/Panel';
import { useReportName } from './kinds';
import { papersOf, whichOf } from './papers';
import { type Report, reportsQuery } from './queries';

/** The newest published edition of each cycle, and the short papers, at addresses that stay; nothing while there is none. */
export function PublishedReports() {
  const { t } = useTranslation();
  const { instant } = useLang();
  const cycleName = useCycleName();
  const newest = (useQuery(publishedEditionsQuery).data ?? []).filter((edition) => edition.newest);
  const nameOf = useReportName();
  const papers = usePublishedPapers();
  if (newest.length === 0 && papers.length === 0) return null;
  return (
    <Panel title={t('reports.published')}>
      {newest.length > 0 && (
        <ul>
          {newest.map(({ id, kind, cycleKey, number, publishedAt }) => (
            <li key={id}>
              <Link to="/reports/$cycle/$which" params={{ cycle: cycleKey, which: String(number) }}>
                {t(`reports.kind.${kind}`)} · {cycleName(cycleKey)}
              </Link>
              , {t('reports.edition', { number })}, {instant(publishedAt)}
            </li>
          ))}
        </ul>
      )}
      {papers.length > 0 && (
        <ul>
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

/** Papers to read of published cycles. */
function usePublishedPapers(): Report[] {
  const made = useQuery(reportsQuery({})).data ?? [];
  const cycles = useQuery(cyclesQuery).data ?? [];
  const published = new Set(cycles.flatMap(({ key, state }) => (state === 'published' ? key : [])));
  return papersOf(made).filter(({ cycleKey }) => published.has(cycleKey));
}
