import { useTranslation } from 'react-i18next';
import { Sign } from '~/ui/Sign';

/** How many days are left, or by how many the day has passed. */
export function DaysLeft({ days }: { days: number }) {
  const { t } = useTranslation();
  if (days < 0) return <Sign tone="bad" shape="!" text={t('days.late', { count: -days })} />;
  if (days === 0) return <Sign tone="warn" shape="!" text={t('days.today')} />;
  return <Sign tone={days <= 7 ? 'warn' : 'quiet'} shape="◷" text={t('days.left', { count: days })} />;
}
