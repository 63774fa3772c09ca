import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { Callout } from '~/ui/Callout';

/** Where the figures of the texts come from: above all that there is no snapshot yet. */
export function NumbersNotice({ numbers }: { numbers: Schemas['NumbersSourceDto'] }) {
  const { t } = useTranslation();
  if (!numbers.live)
    return <p className="soft">{t('composition.frozen', { number: numbers.snapshotNumber })}</p>;
  return (
    <Callout tone="warn" title={t('composition.live')}>
      <p>{t('composition.liveWhy')}</p>
    </Callout>
  );
}
