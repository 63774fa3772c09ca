import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Choice.module.css';

interface ChoiceProps<W extends string> {
  legend: ReactNode;
  description?: ReactNode;
  options: readonly { value: W; label: string; shape?: string }[];
  value: W | null;
  onChange: (value: W) => void;
  error?: string;
  /** The field's path, by which a refused field is found. */
  name: string;
}

/** A choice of few words, as radio buttons large enough for a thumb. */
export function Choice<W extends string>({
  legend,
  description,
  options,
  value,
  onChange,
  error,
  name,
}: ChoiceProps<W>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset
      className={classes.set}
      data-field={name}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={classes.legend}>{legend}</legend>
      {description !== undefined && <p className={classes.description}>{description}</p>}
      <div className={classes.options}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={`${id}-${name}`}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span aria-hidden>{option.shape}</span>
            {option.label}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          <span className={classes.sign} aria-hidden>
            !
          </span>{' '}
          {error || t('problem.title')}
        </p>
      )}
    </fieldset>
  );
}
