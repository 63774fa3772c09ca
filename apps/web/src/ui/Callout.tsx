import type { ReactNode, Ref } from 'react';
import classes from './Callout.module.css';

interface CalloutProps {
  tone: 'info' | 'warn' | 'bad';
  title?: string;
  /** `alert` is read out at once, `status` when the reader is free. */
  role?: 'alert' | 'status';
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}

const SHAPES = { info: 'i', warn: '!', bad: '✕' } as const;

/** Something that the person should know before going on. */
export function Callout({ tone, title, role, ref, children }: CalloutProps) {
  return (
    <div ref={ref} tabIndex={ref ? -1 : undefined} role={role} className={classes.box} data-tone={tone}>
      <span className={classes.shape} aria-hidden>
        {SHAPES[tone]}
      </span>
      <div className={classes.words}>
        {title !== undefined && <strong className={classes.title}>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
