import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Edited } from './fields';

interface EditButtonProps {
  /** Absent: this person may not. */
  edit: ((edited: Edited) => void) | undefined;
  edited: Edited;
  /** What is edited, for who does not see where the button stands. */
  of?: string;
  label?: string;
}

/** Opens the form of a thing for who may. */
export function EditButton({ edit, edited, of, label }: EditButtonProps) {
  const { t } = useTranslation();
  const text = label ?? t('action.edit');
  return (
    edit && (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={of === undefined ? undefined : `${text}: ${of}`}
        onClick={() => edit(edited)}
      >
        {text}
      </Button>
    )
  );
}
