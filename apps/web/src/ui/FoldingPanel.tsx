import { type ReactNode, useId, useState } from 'react';
import classes from './FoldingPanel.module.css';
import panel from './Panel.module.css';

interface FoldingPanelProps {
  title: string;
  /** Beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A panel that a narrow screen shows by its title alone until somebody opens it; wide screens and paper show it all. */
export function FoldingPanel({ title, aside, children }: FoldingPanelProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby={id} className={panel.panel}>
      <div className={panel.head}>
        <h2 id={id} className={panel.title}>
          <span className={classes.wide}>{title}</span>
          <button
            type="button"
            className={classes.narrow}
            aria-expanded={open}
            aria-controls={`${id}-body`}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden>{open ? '▾' : '▸'}</span> {title}
          </button>
        </h2>
        {aside}
      </div>
      <div id={`${id}-body`} className={classes.body} data-open={open || undefined}>
        {children}
      </div>
    </section>
  );
}
