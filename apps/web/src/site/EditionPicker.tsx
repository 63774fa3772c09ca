import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCycleName } from '~/ui/cycle-name';
import { publicationsQuery } from './queries';

/** Chooses among the published cycles. */
export function EditionPicker({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const { t } = useTranslation();
  const name = useCycleName();
  const editions = useQuery(publicationsQuery).data?.editions ?? [];
  if (editions.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t('field.cycle')}
      value={value}
      data={editions.map(({ cycleKey }) => ({ value: cycleKey, label: name(cycleKey) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
