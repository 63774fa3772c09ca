import { useEffect, useRef } from 'react';
import classes from './Tick.module.css';

interface TickProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Neither done nor not begun. */
  halfway?: boolean;
  disabled?: boolean;
}

/** One thing to tick: the browser's own box in our colour, with words that a thumb can hit. */
export function Tick({ label, checked, onChange, halfway = false, disabled = false }: TickProps) {
  const box = useRef<HTMLInputElement>(null);
  // Only code can say this of a box, there is no attribute for it.
  useEffect(() => {
    if (box.current) box.current.indeterminate = halfway;
  }, [halfway]);
  return (
    <label className={classes.tick}>
      <input
        ref={box}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
