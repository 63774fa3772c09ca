import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '~/api/client';

export const LANGUAGES = ['es', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** Languages by their own names. */
export const LANGUAGE_NAMES = { es: 'Español', en: 'English' } as const;

const KEPT = 'mirps.lang';
const isLang = (value: unknown): value is Lang => value === 'es' || value === 'en';

/** Only the language in use is loaded; the other comes when somebody switches. */
const FIRST: Record<Lang, () => Promise<{ default: object }>> = {
  en: () => import('./en.json'),
  es: () => import('./es.json'),
};
/** Texts that nobody needs before the first page stands. */
const MORE: Record<Lang, () => Promise<{ default: object }>> = {
  en: () => import('./en.more.json'),
  es: () => import('./es.more.json'),
};
const withMore = new Map<Lang, Promise<void>>();

/** Makes the texts ready that the first page did without. */
export function moreTexts(lang: Lang = i18next.language === 'en' ? 'en' : 'es'): Promise<void> {
  let added = withMore.get(lang);
  if (!added) {
    added = MORE[lang]().then(({ default: texts }) => {
      i18next.addResourceBundle(lang, 'translation', texts, true);
    });
    added.catch(() => withMore.delete(lang)); // without a network; asked again for the next page
    withMore.set(lang, added);
  }
  return added;
}

/** The language chosen on this device, else the browser's when it is English, else Spanish, which most users read. */
function preferred(): Lang {
  const kept = localStorage.getItem(KEPT);
  if (isLang(kept)) return kept;
  return navigator.languages
    .find((tag) => /^(en|es)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('en')
    ? 'en'
    : 'es';
}

/** Makes the application's texts ready in the language preferred; the page is drawn after it. */
export const startI18n = (): Promise<void> => {
  const lang = preferred();
  return startWith(lang, FIRST[lang]);
};

/** Makes some texts ready in a language. */
export async function startWith(lang: Lang, texts: () => Promise<{ default: object }>): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
    resources: { [lang]: { translation: (await texts()).default } },
  });
  apply(lang);
}

/** Switches every text; with `keep` the device remembers it. */
export async function switchLanguage(lang: Lang, keep = true): Promise<void> {
  if (keep) localStorage.setItem(KEPT, lang);
  const before = i18next.language;
  if (lang === before) return;
  if (!i18next.hasResourceBundle(lang, 'translation'))
    i18next.addResourceBundle(lang, 'translation', (await FIRST[lang]()).default);
  // What is on the page has its texts in the new language too; a first page that did without still does.
  if (withMore.has(before === 'en' ? 'en' : 'es')) await moreTexts(lang);
  await i18next.changeLanguage(lang);
  apply(lang);
}

/** True when the person chose on this device; the account's language does not override that. */
export const choseLanguage = (): boolean => isLang(localStorage.getItem(KEPT));

function apply(lang: Lang): void {
  document.documentElement.lang = lang;
  // The name under which the application is installed.
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest.${lang}.webmanifest`);
  speak(lang);
}
