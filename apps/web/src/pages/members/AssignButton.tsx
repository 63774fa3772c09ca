import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FocalPointsDialog } from './FocalPointsDialog';

interface AssignButtonProps {
  stateCode: string;
  commitmentId: string;
  code: string;
  /** Absent: where it stands says what is assigned. */
  label?: string;
  variant?: ButtonProps['variant'];
}

/** Says who reports on a commitment, for who may decide it. */
export function AssignButton({ variant = 'default', label, ...commitment }: AssignButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant={variant}
        aria-label={`${label ?? t('member.assign')}: ${commitment.code}`}
        onClick={() => setOpen(true)}
      >
        {label ?? t('member.assign')}
      </Button>
      {open && <FocalPointsDialog {...commitment} onClose={() => setOpen(false)} />}
    </>
  );
}
