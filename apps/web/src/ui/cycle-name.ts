import { useTranslation } from 'react-i18next';

/** "Annual cycle 2024" from `2024-annual`. */
export function useCycleName(): (key: string) => string {
  const { t } = useTranslation();
  return (key) => {
    const [year, kind] = [key.slice(0, 4), key.slice(5)];
    return kind === 'annual' ? t('cycle.annual', { year }) : t('cycle.midYear', { year });
  };
}
