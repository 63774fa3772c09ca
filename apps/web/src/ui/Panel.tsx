import { type ReactNode, useId } from 'react';
import { Term } from '~/glossary/Term';
import type { TermKey } from '~/glossary/terms';
import classes from './Panel.module.css';

interface PanelProps {
  title: ReactNode;
  /** What an index of the page leads to. */
  anchor?: string;
  /** Beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, anchor, aside, children }: PanelProps) {
  const id = useId();
  return (
    <section id={anchor} aria-labelledby={id} className={classes.panel}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A term, its value, and under which word the glossary explains the term. */
export type FactRow = [term: string, value: ReactNode, explained?: TermKey];

/** Terms and their values, side by side. */
export function Facts({ rows }: { rows: FactRow[] }) {
  return (
    <dl className={classes.facts}>
      {rows.map(([term, value, explained]) => (
        <div key={term}>
          <dt>{explained ? <Term of={explained}>{term}</Term> : term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
