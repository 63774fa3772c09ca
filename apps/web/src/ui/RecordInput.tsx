import { NativeSelect, TextInput } from '@mantine/core';
import type { FieldProblem } from '~/api/problem';
import { LongInput } from './LongInput';
import classes from './RecordForm.module.css';

export interface RecordField {
  /** Name of the field in the API; the API's problems are found by it. */
  name: string;
  label: string;
  hint?: string;
  kind: 'line' | 'text' | 'day' | 'number' | 'choice';
  required?: boolean;
  /** What can be chosen; of a line: what is offered while writing. */
  options?: { value: string; label: string }[];
}

interface RecordInputProps {
  field: RecordField;
  value: string;
  /** What the API says of it. */
  problems: FieldProblem[];
  onChange: (value: string) => void;
}

/** One field of a record, with what the API says of it beside it. */
export function RecordInput({ field, value, problems, onChange }: RecordInputProps) {
  const { kind, label, hint, required, options = [] } = field;
  const shared = {
    label,
    description: hint,
    required,
    value,
    error: problems.length > 0 ? problems.map(({ detail }) => detail).join(' · ') : undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (kind === 'choice') return <NativeSelect {...shared} data={options} />;
  if (kind === 'text') return <LongInput {...shared} rows={3} className={classes.wide} />;
  return (
    <TextInput
      {...shared}
      type={kind === 'day' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      list={options.length > 0 ? offersId(field) : undefined}
    />
  );
}

const offersId = ({ name }: RecordField): string => `offers-${name}`;

/** What lines offer while somebody writes: once for every row that has the field. */
export function RecordOffers({ fields }: { fields: RecordField[] }) {
  const offering = fields.filter(({ kind, options = [] }) => kind === 'line' && options.length > 0);
  return [...new Map(offering.map((field) => [field.name, field])).values()].map((field) => (
    <datalist key={field.name} id={offersId(field)}>
      {field.options?.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </datalist>
  ));
}

/** The problems of one field, whatever lies within it. @param path such as `leads[0].stateCode` */
export const problemsOf = (problems: readonly FieldProblem[], path: string): FieldProblem[] =>
  problems.filter(
    ({ field }) => field === path || /^[[.]/.test(field.startsWith(path) ? field.slice(path.length) : ''),
  );
