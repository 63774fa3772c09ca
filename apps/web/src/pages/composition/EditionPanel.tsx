import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { EditionInPreparation } from './EditionInPreparation';
import { type Edition, editionsQuery } from './edition-queries';
import { PrepareForm } from './PrepareForm';

/** The edition that comes of the sections, and those that were published before. */
export function EditionPanel({ cycleKey }: { cycleKey: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const editions = useQuery(editionsQuery(cycleKey));
  const newest = editions.data?.find(({ newest }) => newest);
  return (
    <>
      <Panel title={t('edition.title')}>
        <Loaded query={editions}>
          {(list) => {
            const preparing = list.find(({ state }) => state === 'preparing');
            const published = list.filter(({ state }) => state === 'published');
            return (
              <>
                {preparing ? (
                  <EditionInPreparation edition={preparing} />
                ) : (
                  published.length === 0 && <p className="soft">{t('edition.none')}</p>
                )}
                {may(me, 'edition.prepare') && (
                  <PrepareForm
                    key={preparing?.version}
                    cycleKey={cycleKey}
                    edition={preparing}
                    first={published.length === 0}
                  />
                )}
                {published.length > 0 && <Published editions={published} />}
              </>
            );
          }}
        </Loaded>
      </Panel>
      {newest && <HistoryPanel key={newest.id} entity="edition" id={newest.id} />}
    </>
  );
}

function Published({ editions }: { editions: Edition[] }) {
  const { t } = useTranslation();
  const { instant, text } = useLang();
  return (
    <>
      <h3>{t('edition.published')}</h3>
      <ul>
        {editions.map((edition) => (
          <li key={edition.id}>
            <Link
              to="/reports/$cycle/$number"
              params={{ cycle: edition.cycleKey, number: String(edition.number) }}
            >
              {t('edition.number', { number: edition.number })}
            </Link>
            , {instant(edition.publishedAt)}
            {text(edition, 'note') && `: ${text(edition, 'note')}`}
          </li>
        ))}
      </ul>
    </>
  );
}
