import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { ProblemAlert } from './ProblemAlert';
import classes from './RecordForm.module.css';
import { StaleChoice } from './StaleChoice';

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
  /** @param seen the version that won, once the person has chosen between it and theirs */
  onSubmit: (values: RecordValues, seen?: number) => void;
  /** What stands in the fields of the version that the API names when somebody else was faster. */
  theirs?: (current: unknown) => RecordValues;
  onCancel: () => void;
  /** Beside the buttons. */
  aside?: ReactNode;
  /** The list of the whole that this row is one of: the API tells of its fields as `chairs[2].untilYear`. */
  part?: string;
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
  theirs,
  part = '',
}: RecordFormProps) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState(values);
  const problems = isProblem(error) ? error.fields : [];
  const won = isProblem(error, 'stale') && theirs ? error.extra['current'] : undefined;
  const elsewhere = problems.filter(
    (problem) => !fields.some(({ name }) => name === fieldOf(problem.field, part)),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(current);
  };
  return (
    <form onSubmit={send} noValidate>
      <div className={classes.grid}>
        {fields.map((field) => {
          const { name, label, hint, required, options = [] } = field;
          const own = problems.filter((problem) => fieldOf(problem.field, part) === name);
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
      {won !== undefined && theirs ? (
        <StaleChoice
          key={versionOf(won)}
          fields={fields}
          opened={values}
          mine={current}
          theirs={theirs(won)}
          busy={busy}
          onKeep={(merged) => {
            setCurrent(merged);
            onSubmit(merged, versionOf(won));
          }}
        />
      ) : (
        error !== null && error !== undefined && <ProblemAlert error={error} />
      )}
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map(({ field, detail }) => (
            <li key={field}>
              {field}: {detail}
            </li>
          ))}
        </ul>
      )}
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

const versionOf = (row: unknown): number | undefined => (row as { version?: number }).version;

/** The form's field of a path such as `sources[0]`, or `chairs[2].untilYear` in a form over one of the chairs. */
const fieldOf = (path: string, part: string): string => {
  const own = path.startsWith(`${part}[`) ? path.slice(path.indexOf('.') + 1) : path;
  return own.replace(/[[.].*$/, '');
};

/** What was written, or null for nothing. */
export const writtenIn = (values: RecordValues, name: string): string | null => values[name]?.trim() || null;

/** Several things in one field: one a line, or with commas between. */
export const severalIn = (values: RecordValues, name: string, between = /[\n,;]+/): string[] =>
  (values[name] ?? '')
    .split(between)
    .map((each) => each.trim())
    .filter((each) => each !== '');
