import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '~/api/problem';
import classes from './RecordForm.module.css';
import { problemsOf, type RecordField, RecordInput } from './RecordInput';

/** Several rows of the same fields within a record, such as the leads of a team. */
export interface RecordList {
  /** Name of the list in the API. */
  name: string;
  label: string;
  /** Words of the button that adds a row. */
  add: string;
  fields: RecordField[];
}

/** More rows than these make a form that nobody wants to scroll through. */
const FEW = 6;

type Row = Record<string, string>;

interface RecordRowsProps {
  list: RecordList;
  rows: Row[];
  problems: FieldProblem[];
  /** @param moved whether rows came or went, so that problems no longer stand where they were told */
  onChange: (rows: Row[], moved: boolean) => void;
}

/** The rows of a list, each with its fields; rows are added at the end and taken away. */
export function RecordRows({ list, rows, problems, onChange }: RecordRowsProps) {
  const { t } = useTranslation();
  const { name, label, add, fields } = list;
  // A long list is folded until it is asked for, or something in it is wrong.
  const [open, setOpen] = useState(rows.length <= FEW);
  const shown = open || problems.length > 0;
  const whole = problems.filter(({ field }) => field === name);
  return (
    <fieldset className={classes.list}>
      <legend>{label}</legend>
      {!shown && (
        <Button size="xs" variant="default" aria-expanded={false} onClick={() => setOpen(true)}>
          {t('record.showRows', { count: rows.length })}
        </Button>
      )}
      {(shown ? rows : []).map((row, i) => (
        <fieldset key={i} className={classes.row}>
          <legend>{`${label} ${i + 1}`}</legend>
          <div className={classes.grid}>
            {fields.map((field) => (
              <RecordInput
                key={field.name}
                field={field}
                value={row[field.name] ?? ''}
                problems={problemsOf(problems, `${name}[${i}].${field.name}`)}
                onChange={(value) =>
                  onChange(
                    rows.map((each, place) => (place === i ? { ...each, [field.name]: value } : each)),
                    false,
                  )
                }
              />
            ))}
          </div>
          <Button
            size="xs"
            variant="default"
            aria-label={`${t('action.remove')}: ${label} ${i + 1}`}
            onClick={() =>
              onChange(
                rows.filter((_, place) => place !== i),
                true,
              )
            }
          >
            {t('action.remove')}
          </Button>
        </fieldset>
      ))}
      {whole.length > 0 && (
        <p role="alert" className={classes.problem}>
          {whole.map(({ detail }) => detail).join(' · ')}
        </p>
      )}
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          setOpen(true);
          onChange([...rows, {}], true);
        }}
      >
        {add}
      </Button>
    </fieldset>
  );
}
