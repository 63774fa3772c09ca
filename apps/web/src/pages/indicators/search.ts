import { type IndicatorSearch, LEVELS } from './words';

export const indicatorSearchOf = (search: Record<string, unknown>): IndicatorSearch => {
  const level = LEVELS.find((word) => word === search['level']);
  return {
    ...Object.fromEntries(
      (['framework', 'state', 'q'] as const).flatMap((name) =>
        typeof search[name] === 'string' ? [[name, search[name]]] : [],
      ),
    ),
    ...(level ? { level } : {}),
  };
};
