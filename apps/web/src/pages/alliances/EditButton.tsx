import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Edit, Edited } from './edited';

/** Opens the form of a thing for who may; without `of` that of a new one. */
export function EditButton({ edit, edited, of }: { edit: Edit; edited: Edited; of?: string }) {
  const { t } = useTranslation();
  const label = of === undefined ? t(`alliance.add.${edited.kind}`) : t('action.edit');
  return (
    edit && (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={of === undefined ? undefined : `${label}: ${of}`}
        onClick={() => edit(edited)}
      >
        {label}
      </Button>
    )
  );
}
