import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EditionList } from '~/pages/composition/EditionList';
import { type Edition, editionsQuery } from '~/pages/composition/edition-queries';
import { Panel } from '~/ui/Panel';

/** Every other published edition of the cycle; nothing where this is the only one. */
export function OtherEditions({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const editions = (useQuery(editionsQuery(edition.cycleKey)).data ?? []).filter(
    ({ state, id }) => state === 'published' && id !== edition.id,
  );
  if (editions.length === 0) return null;
  return (
    <Panel title={t('edition.others')}>
      <EditionList editions={editions} />
    </Panel>
  );
}
