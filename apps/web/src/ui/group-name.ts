import type { TFunction } from 'i18next';

/** A population group in words. The list is open: a key without a name loses its underscores. */
export const groupName = (t: TFunction, key: string): string =>
  t(`group.${key as 'refugees'}`, { defaultValue: key.replaceAll('_', ' ') });
