import type { Lang } from '~/i18n';

/** Where a section keeps the text of a language. */
export const FIELDS = { en: 'textEn', es: 'textEs' } as const;

/** Both languages, the reader's own first. */
export const langsFor = (lang: Lang): readonly Lang[] => (lang === 'en' ? ['en', 'es'] : ['es', 'en']);
