import type { Lang } from '~/i18n';

/** The language stands first in the address of every public page, so that a link opens in the language it was sent in. */
export const langOfAddress = (path: string): Lang => (/^\/en(\/|$)/.test(path) ? 'en' : 'es');

/** The same page in another language. */
export const inLanguage = (lang: Lang, { pathname, search, hash }: Location | URL): string =>
  `${pathname.replace(/^\/(en|es)(?=\/|$)/, `/${lang}`)}${search}${hash}`;

/** The address of a page within the application, without the language. */
export const withinApplication = ({ pathname, search }: Location | URL): string =>
  `${pathname.replace(/^\/(en|es)(?=\/|$)/, '') || '/'}${search}`;
