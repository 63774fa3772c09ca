import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import type { Edition } from './edition-queries';

/** Published editions with their day and what each corrects. */
export function EditionList({ editions }: { editions: Edition[] }) {
  const { t } = useTranslation();
  const { instant, text } = useLang();
  return (
    <ul>
      {editions.map((edition) => (
        <li key={edition.id}>
          <Link
            to="/reports/$cycle/$which"
            params={{ cycle: edition.cycleKey, which: String(edition.number) }}
          >
            {t('edition.number', { number: edition.number })}
          </Link>
          , {instant(edition.publishedAt)}
          {text(edition, 'note') && `: ${text(edition, 'note')}`}
        </li>
      ))}
    </ul>
  );
}
