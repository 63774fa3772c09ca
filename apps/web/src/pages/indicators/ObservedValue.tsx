import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import type { Indicator, Observation } from './queries';

/** A value as people read it, or why there is none; zero is a value. */
export function ObservedValue({ indicator, of }: { indicator: Indicator; of: Observation | undefined }) {
  const { t } = useTranslation();
  const { text, number, percent, lang } = useLang();
  if (!of) return <span className="soft">{t('indicator.noEntry')}</span>;
  if (of.value === null || of.value === undefined)
    return <span className="soft">{t(`indicator.valueState.${of.valueState}`)}</span>;
  const step = indicator.scale?.[of.value - 1];
  const words = {
    percent: () => percent(of.value ?? 0, 2),
    ordinal: () => step?.[lang] ?? number(of.value ?? 0),
    yes_no: () => (of.value === 1 ? t('indicator.yes') : t('indicator.no')),
    money: () => `${of.currency ?? ''} ${number(of.value ?? 0)}`,
  };
  const written =
    indicator.valueType in words
      ? words[indicator.valueType as keyof typeof words]()
      : `${number(of.value)} ${text(indicator, 'unit')}`;
  return (
    <>
      {written}
      {of.valueState === 'carried_forward' && (
        <span className="soft"> {t('indicator.valueState.carried_forward')}</span>
      )}
    </>
  );
}
