import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';

interface Dated {
  startsOn?: string | null;
  endsOn?: string | null;
  datePrecision: 'day' | 'month' | 'year' | 'not_stated';
}

/** A date as far as it is known: a day, a span, a month, a year, or that nobody states it. */
export function useWhen(): (of: Dated) => string {
  const { t } = useTranslation();
  const { day, lang } = useLang();
  return ({ startsOn, endsOn, datePrecision }) => {
    if (!startsOn) return t('team.noDate');
    if (datePrecision === 'year') return startsOn.slice(0, 4);
    if (datePrecision === 'month')
      return new Date(startsOn).toLocaleDateString(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return endsOn && endsOn !== startsOn ? `${day(startsOn)} – ${day(endsOn)}` : day(startsOn);
  };
}
