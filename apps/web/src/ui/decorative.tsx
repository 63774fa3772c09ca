import type { Icon } from '@tabler/icons-react';

/** Icons only accompany words (or a label on their button), so they are hidden from screen readers. */
export const decorative = (Shape: Icon) =>
  function Decorative({ size = 20 }: { size?: number }) {
    return <Shape size={size} stroke={1.7} aria-hidden focusable={false} />;
  };
