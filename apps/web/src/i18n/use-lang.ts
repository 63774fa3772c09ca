import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formats, formatsOf } from './formats';
import type { Lang } from './index';

/** A thing with texts in both languages: `titleEn` and `titleEs`. */
type Both<K extends string> = { [P in `${K}En` | `${K}Es`]?: string | null };

export interface LangTools extends Formats {
  lang: Lang;
  /** The text of a bilingual pair in the person's language, else in the other one; empty when there is none. */
  text: <K extends string>(of: Both<K>, name: K) => string;
  /** Whether that pair lacks the person's language. */
  missing: <K extends string>(of: Both<K>, name: K) => boolean;
}

/** The person's language with its dates, numbers and bilingual texts. */
export function useLang(): LangTools {
  const { i18n } = useTranslation();
  const lang: Lang = i18n.language === 'en' ? 'en' : 'es';
  return useMemo(() => {
    const pick = <K extends string>(of: Both<K>, name: K, which: Lang): string =>
      of[`${name}${which === 'en' ? 'En' : 'Es'}`] ?? '';
    const other: Lang = lang === 'en' ? 'es' : 'en';
    return {
      lang,
      ...formatsOf(lang),
      text: (of, name) => pick(of, name, lang) || pick(of, name, other),
      missing: (of, name) => pick(of, name, lang) === '' && pick(of, name, other) !== '',
    };
  }, [lang]);
}
