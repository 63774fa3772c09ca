import { useLang } from '~/i18n/use-lang';

/** A day as exactly as it is known. */
export function useWhen(): (day: string, precision: 'day' | 'month' | 'year') => string {
  const { day, lang } = useLang();
  return (value, precision) => {
    if (precision === 'year') return value.slice(0, 4);
    if (precision === 'month')
      return new Date(value).toLocaleDateString(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return day(value);
  };
}
