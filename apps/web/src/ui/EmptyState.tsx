import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** Nothing here: why, and what to do next. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title?: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className={classes.box}>
      {title !== undefined && <p className={classes.title}>{title}</p>}
      <p className={classes.text}>{text}</p>
      {children}
    </div>
  );
}
