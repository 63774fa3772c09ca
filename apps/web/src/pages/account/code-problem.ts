import type { TFunction } from 'i18next';
import { isProblem } from '~/api/problem';

/** What the API says of a code that it did not take; undefined for another problem. */
export function codeProblem(t: TFunction, error: unknown): string | undefined {
  const refused = isProblem(error) ? error.fields.find(({ field }) => field === 'code') : undefined;
  return refused && `${t('account.code')}: ${refused.detail}`;
}
