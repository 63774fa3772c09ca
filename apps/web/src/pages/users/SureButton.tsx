import { Button } from '@mantine/core';
import { useState } from 'react';

interface SureButtonProps {
  label: string;
  /** What the button says once it was pressed, before it does anything. */
  sure: string;
  busy: boolean;
  onSure: () => void;
}

/** A button for what cannot be undone: it is pressed twice. */
export function SureButton({ label, sure, busy, onSure }: SureButtonProps) {
  const [asked, setAsked] = useState(false);
  const press = () => {
    setAsked(!asked);
    if (asked) onSure();
  };
  return (
    <Button
      variant="default"
      color={asked ? 'red' : undefined}
      loading={busy}
      onClick={press}
      onBlur={() => setAsked(false)}
    >
      {asked ? sure : label}
    </Button>
  );
}
