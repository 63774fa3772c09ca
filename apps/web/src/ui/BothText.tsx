import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import classes from './BothText.module.css';

const Markdown = lazy(() => import('./markdown/Markdown'));

/** Whether a text may hold Markdown; most hold none, and are shown without what reads it. */
const MARKED = /[*_`~[\]<>\\&]|^\s*([-+]|\d+[.)])\s|\n\s*\n/m;

interface BothTextProps<K extends string> {
  of: { [P in `${K}En` | `${K}Es`]?: string | null };
  name: K;
  /** A narrative: its Markdown is shown as such. */
  narrative?: boolean;
}

/** A text in the person's language; in the other one, marked as such, where there is no translation yet. */
export function BothText<K extends string>({ of, name, narrative = false }: BothTextProps<K>) {
  const { t } = useTranslation();
  const { text, missing, lang } = useLang();
  const said = text(of, name);
  if (said === '') return null;
  const foreign = missing(of, name);
  const marked = narrative && MARKED.test(said);
  return (
    <div
      className={marked ? classes.marked : classes.plain}
      lang={foreign ? (lang === 'en' ? 'es' : 'en') : undefined}
    >
      {marked ? (
        <Suspense fallback={<p className={classes.plain}>{said}</p>}>
          <Markdown text={said} />
        </Suspense>
      ) : (
        said
      )}
      {foreign && (
        <em className="soft" lang={lang}>
          {' '}
          ({t('text.toBeTranslated')})
        </em>
      )}
    </div>
  );
}
