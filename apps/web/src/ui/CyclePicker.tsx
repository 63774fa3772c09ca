import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { cyclesQuery } from '~/api/reference';
import { useCycleName } from './cycle-name';

/** Chooses the cycle that a page shows, newest first. */
export function CyclePicker({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const { t } = useTranslation();
  const name = useCycleName();
  const cycles = useQuery(cyclesQuery).data ?? [];
  const keys = cycles.toSorted((a, b) => b.dueOn.localeCompare(a.dueOn)).map((cycle) => cycle.key);
  return (
    <NativeSelect
      aria-label={t('field.cycle')}
      value={value}
      data={keys.map((key) => ({ value: key, label: name(key) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
