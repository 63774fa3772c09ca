import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EditionList } from '~/pages/composition/EditionList';
import { type Edition, editionsQuery } from '~/pages/composition/edition-queries';
import { Callout } from '~/ui/Callout';

/** Says of an older edition which newer ones there are, and what each corrects. */
export function NewerEdition({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const newer = (useQuery(editionsQuery(edition.cycleKey)).data ?? []).filter(
    ({ state, number }) => state === 'published' && number > edition.number,
  );
  return (
    <Callout tone="warn" title={t('edition.older')}>
      <EditionList editions={newer} />
    </Callout>
  );
}
