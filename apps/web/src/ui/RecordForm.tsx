import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { ProblemAlert } from './ProblemAlert';
import classes from './RecordForm.module.css';

export interface RecordField {
  /** Name of the field in the API; the API's problems are found by it. */
  name: string;
  label: string;
  hint?: string;
  kind: 'line' | 'text' | 'day' | 'number' | 'choice';
  required?: boolean;
  options?: { value: string; label: string }[];
}

/** What stands in the fields, by name; empty: nothing. */
export type RecordValues = Record<string, string>;

interface RecordFormProps {
  fields: RecordField[];
  values: RecordValues;
  submit: string;
  busy: boolean;
  error: unknown;
  onSubmit: (values: RecordValues) => void;
  onCancel: () => void;
  /** Beside the buttons. */
  aside?: ReactNode;
}

/** A form over one row: its fields in order, each with what the API says of it. */
export function RecordForm({
  fields,
  values,
  submit,
  busy,
  error,
  onSubmit,
  onCancel,
  aside,
}: RecordFormProps) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState(values);
  const problems = isProblem(error) ? error.fields : [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(current);
  };
  return (
    <form onSubmit={send} noValidate>
      <div className={classes.grid}>
        {fields.map((field) => {
          const { name, label, hint, required, options = [] } = field;
          const own = problems.filter((problem) => problem.field.replace(/[[.].*$/, '') === name);
          const shared = {
            label,
            description: hint,
            required,
            value: current[name] ?? '',
            error: own.length > 0 ? own.map(({ detail }) => detail).join(' · ') : undefined,
            onChange: (event: { currentTarget: { value: string } }) => {
              const { value } = event.currentTarget;
              setCurrent((before) => ({ ...before, [name]: value }));
            },
          };
          if (field.kind === 'choice') return <NativeSelect key={name} {...shared} data={options} />;
          if (field.kind === 'text')
            return <Textarea key={name} {...shared} rows={3} className={classes.wide} />;
          return (
            <TextInput
              key={name}
              {...shared}
              type={field.kind === 'day' ? 'date' : 'text'}
              inputMode={field.kind === 'number' ? 'decimal' : undefined}
            />
          );
        })}
      </div>
      {error !== null && error !== undefined && <ProblemAlert error={error} />}
      <Group mt="md" justify="flex-end">
        {aside}
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </Group>
    </form>
  );
}

/** What was written, or null for nothing. */
export const writtenIn = (values: RecordValues, name: string): string | null => values[name]?.trim() || null;

/** Several things in one field: one a line, or with commas between. */
export const severalIn = (values: RecordValues, name: string, between = /[\n,;]+/): string[] =>
  (values[name] ?? '')
    .split(between)
    .map((each) => each.trim())
    .filter((each) => each !== '');
