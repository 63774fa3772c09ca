import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ConflictField.module.css';

export type Side = 'mine' | 'theirs';

interface ConflictFieldProps {
  label: string;
  /** The language that both sides are written in, where it is one. */
  lang?: 'en' | 'es';
  mine: ReactNode;
  theirs: ReactNode;
  chosen: Side;
  onChoose: (side: Side) => void;
}

/** What two people made of one field, side by side; the writer says which one stays. */
export function ConflictField({ label, lang, chosen, onChoose, ...values }: ConflictFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className={classes.field}>
      <legend>{label}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <div key={side} className={classes.side}>
          <label>
            <input
              type="radio"
              name={id}
              aria-describedby={`${id}-${side}`}
              checked={chosen === side}
              onChange={() => onChoose(side)}
            />
            {t(`conflict.${side}`)}
          </label>
          <div id={`${id}-${side}`} className={classes.value} lang={values[side] ? lang : undefined}>
            {values[side] || t('conflict.nothing')}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
