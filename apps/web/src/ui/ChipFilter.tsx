import classes from './ChipFilter.module.css';

interface ChipFilterProps<W extends string> {
  label: string;
  /** What shows everything. */
  all: string;
  items: { value: W; label: string; count: number }[];
  chosen: W | undefined;
  onChoose: (value: W | undefined) => void;
}

/** Shows one kind or all, with how many there are of each. */
export function ChipFilter<W extends string>({ label, all, items, chosen, onChoose }: ChipFilterProps<W>) {
  const total = items.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={classes.row} role="group" aria-label={label}>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        {all} <span className={classes.count}>{total}</span>
      </button>
      {items.map(({ value, label: name, count }) => (
        <button
          key={value}
          type="button"
          className={classes.chip}
          aria-pressed={chosen === value}
          onClick={() => onChoose(value)}
        >
          {name} <span className={classes.count}>{count}</span>
        </button>
      ))}
    </div>
  );
}
