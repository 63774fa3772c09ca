import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';

interface SureButtonProps {
  label: string;
  /** What the button says once it was pressed, before it does anything. */
  sure: string;
  busy: boolean;
  /** What it is done to, for who cannot see where the button stands. */
  of?: string;
  size?: ButtonProps['size'];
  onSure: () => void;
}

/** A button for what cannot be undone: it is pressed twice. */
export function SureButton({ label, sure, busy, of, size, onSure }: SureButtonProps) {
  const [asked, setAsked] = useState(false);
  const press = () => {
    setAsked(!asked);
    if (asked) onSure();
  };
  return (
    <Button
      variant="default"
      size={size}
      aria-label={of === undefined ? undefined : `${asked ? sure : label}: ${of}`}
      color={asked ? 'red' : undefined}
      loading={busy}
      onClick={press}
      onBlur={() => setAsked(false)}
    >
      {asked ? sure : label}
    </Button>
  );
}
