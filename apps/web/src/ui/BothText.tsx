import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';

/** A text in the person's language; in the other one, marked as such, where there is no translation yet. */
export function BothText<K extends string>({
  of,
  name,
}: {
  of: { [P in `${K}En` | `${K}Es`]?: string | null };
  name: K;
}) {
  const { t } = useTranslation();
  const { text, missing, lang } = useLang();
  const said = text(of, name);
  if (said === '') return null;
  const foreign = missing(of, name);
  return (
    <p
      style={{ margin: '0.2rem 0 0', whiteSpace: 'pre-wrap' }}
      lang={foreign ? (lang === 'en' ? 'es' : 'en') : undefined}
    >
      {said}
      {foreign && (
        <em className="soft" lang={lang}>
          {' '}
          ({t('text.toBeTranslated')})
        </em>
      )}
    </p>
  );
}
