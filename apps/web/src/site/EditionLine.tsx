import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import type { Edition } from './queries';

/** Which published numbers these are, so that everybody can name them. */
export function EditionLine({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { day } = useLang();
  const name = useCycleName();
  return (
    <p className="soft">
      {t('site.edition', {
        cycle: name(edition.cycleKey),
        from: day(edition.factsFrom),
        to: day(edition.factsTo),
        day: day(edition.publishedAt ?? edition.frozenAt),
        number: edition.number,
      })}
    </p>
  );
}
