import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { publishedEditionsQuery } from '~/pages/composition/edition-queries';
import { useCycleName } from '~/ui/cycle-name';
import { Panel } from '~/ui/Panel';

/** The newest published edition of each cycle; nothing while there is none. */
export function PublishedReports() {
  const { t } = useTranslation();
  const { instant } = useLang();
  const cycleName = useCycleName();
  const newest = (useQuery(publishedEditionsQuery).data ?? []).filter((edition) => edition.newest);
  if (newest.length === 0) return null;
  return (
    <Panel title={t('reports.published')}>
      <ul>
        {newest.map(({ id, kind, cycleKey, number, publishedAt }) => (
          <li key={id}>
            <Link to="/reports/$cycle/$number" params={{ cycle: cycleKey, number: String(number) }}>
              {t(`reports.kind.${kind}`)} · {cycleName(cycleKey)}
            </Link>
            , {t('reports.edition', { number })}, {instant(publishedAt)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
