import { queryOptions } from '@tanstack/react-query';
import { glossaryOf } from '~/glossary/texts';
import type { Lang } from '~/i18n';

/** The glossary comes with the application and stays the same until the next version. */
export const glossaryQuery = (lang: Lang) =>
  queryOptions({
    queryKey: ['glossary', lang],
    queryFn: () => glossaryOf(lang),
    networkMode: 'always',
    staleTime: Infinity,
  });
