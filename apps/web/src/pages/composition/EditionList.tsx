import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { CheckFiles } from './CheckFiles';
import { EditionFiles } from './EditionFiles';
import { type Edition, isMade } from './edition-queries';

/** Published editions with their day and what each corrects; whoever prepares them sees to their files. */
export function EditionList({ editions }: { editions: Edition[] }) {
  const { t } = useTranslation();
  const { instant, text } = useLang();
  const prepares = may(useMe(), 'edition.prepare');
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
          {prepares && (
            <div>
              <CheckFiles edition={edition} />
              {!isMade(edition) && <EditionFiles edition={edition} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
