import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { BeforePublishing } from './BeforePublishing';
import { EditionInPreparation } from './EditionInPreparation';
import { EditionList } from './EditionList';
import { editionsQuery } from './edition-queries';
import { PrepareForm } from './PrepareForm';
import type { SectionRow } from './queries';

/** The edition that comes of the sections, and those that were published before. */
export function EditionPanel({ cycleKey, sections }: { cycleKey: string; sections: SectionRow[] }) {
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
                <BeforePublishing cycleKey={cycleKey} sections={sections} />
                {may(me, 'edition.prepare') && (
                  <PrepareForm
                    key={preparing?.version}
                    cycleKey={cycleKey}
                    edition={preparing}
                    first={published.length === 0}
                  />
                )}
                {published.length > 0 && (
                  <>
                    <h3>{t('edition.published')}</h3>
                    <EditionList editions={published} />
                  </>
                )}
              </>
            );
          }}
        </Loaded>
      </Panel>
      {newest && <HistoryPanel key={newest.id} entity="edition" id={newest.id} />}
    </>
  );
}
