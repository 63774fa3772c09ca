import type { ReactNode } from 'react';
import classes from './CountBar.module.css';

interface Part {
  word: string;
  label: string;
  count: number;
}

interface CountBarProps {
  title: ReactNode;
  parts: Part[];
  /** What was not reported; drawn as a gap, not as a value. */
  rest: { label: string; count: number };
}

/** Counts as one bar, every part named with its number beneath, so that the colour is never the only sign. */
export function CountBar({ title, parts, rest }: CountBarProps) {
  const seen = parts.filter((part) => part.count > 0);
  return (
    <div>
      <div className={classes.title}>{title}</div>
      <div className={classes.bar} aria-hidden>
        {seen.map((part) => (
          <span
            key={part.word}
            className={classes.part}
            data-word={part.word}
            style={{ flexGrow: part.count }}
          />
        ))}
        {rest.count > 0 && <span className={classes.rest} style={{ flexGrow: rest.count }} />}
      </div>
      <ul className={classes.legend}>
        {seen.map((part) => (
          <li key={part.word}>
            <span className={classes.swatch} data-word={part.word} aria-hidden />
            {part.label} <strong>{part.count}</strong>
          </li>
        ))}
        {rest.count > 0 && (
          <li>
            <span className={`${classes.swatch} ${classes.rest}`} aria-hidden />
            {rest.label} <strong>{rest.count}</strong>
          </li>
        )}
      </ul>
    </div>
  );
}
