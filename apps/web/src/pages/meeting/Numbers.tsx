import type { ReactNode } from 'react';
import classes from './MeetingPage.module.css';

/** A few numbers, each large with what it is. */
export function Numbers({ rows }: { rows: [label: string, value: ReactNode, note?: ReactNode][] }) {
  return (
    <dl className={classes.numbers}>
      {rows.map(([label, value, note]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            {note !== undefined && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
