import type { Lang } from '~/i18n';
import type { TermKey } from './terms';

export type Glossary = Record<TermKey, { word: string; says: string }>;

const TEXTS: Record<Lang, () => Promise<{ default: Glossary }>> = {
  en: () => import('~/i18n/en.glossary.json'),
  es: () => import('~/i18n/es.glossary.json'),
};

/** Every fixed word with what it means; fetched when somebody first asks. */
export const glossaryOf = async (lang: Lang): Promise<Glossary> => (await TEXTS[lang]()).default;
