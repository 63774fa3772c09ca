import { queryOptions } from '@tanstack/react-query';
import type { Lang } from '~/i18n';

const TEXTS = {
  en: () => import('~/i18n/en.tour.json'),
  es: () => import('~/i18n/es.tour.json'),
};

/** What the steps of every tour say; fetched when one is begun. */
export const wordsQuery = (lang: Lang) =>
  queryOptions({
    queryKey: ['tour', lang],
    queryFn: async () => (await TEXTS[lang]()).default,
    networkMode: 'always',
    staleTime: Infinity,
  });
