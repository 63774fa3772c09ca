import { Button, Group } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { ProblemAlert } from './ProblemAlert';
import classes from './RecordForm.module.css';
import { problemsOf, type RecordField, RecordInput, RecordOffers } from './RecordInput';
import { type RecordList, RecordRows } from './RecordRows';
import type { RecordLists, RecordValues } from './record-values';
import { StaleChoice } from './StaleChoice';
import { StaleNotice } from './StaleNotice';

export type { RecordField } from './RecordInput';
export type { RecordList } from './RecordRows';

interface RecordFormProps {
  fields: RecordField[];
  values: RecordValues;
  lists?: RecordList[];
  rows?: RecordLists;
  submit: string;
  busy: boolean;
  error: unknown;
  /** @param seen the version that won, once the person has chosen between it and theirs */
  onSubmit: (values: RecordValues, seen: number | undefined, rows: RecordLists) => void;
  /** What stands in the fields of the version that the API names when somebody else was faster. */
  theirs?: (current: unknown) => RecordValues;
  onCancel: () => void;
  /** In place of `theirs` where there are lists: go on from the stored version, and with `keep` from what is written here. */
  onStale?: (current: unknown, keep: boolean) => void;
  /** Fields of another kind, after the others. */
  children?: ReactNode;
  /** What the API calls the fields among `children`, which tell their problems themselves. */
  others?: readonly string[];
  /** Beside the buttons. */
  aside?: ReactNode;
  /** The list of the whole that this row is one of: the API tells of its fields as `chairs[2].untilYear`. */
  part?: string;
}

/** A form over one row: its fields in order, each with what the API says of it; after a refusal the first wrong one has the focus. */
export function RecordForm(props: RecordFormProps) {
  const {
    fields,
    values,
    lists = [],
    rows = {},
    submit,
    busy,
    error,
    onSubmit,
    onCancel,
    onStale,
    theirs,
  } = props;
  const { part = '', others = [] } = props;
  const { t } = useTranslation();
  const [current, setCurrent] = useState(values);
  const [currentRows, setRows] = useState(rows);
  /** Lists whose rows came or went since this refusal: its problems no longer fit them. */
  const [moved, setMoved] = useState<Record<string, unknown>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const problems = isProblem(error)
    ? error.fields.map((problem) => ({ ...problem, field: within(problem.field, part) }))
    : [];
  const shown = [...fields, ...lists].map(({ name }) => name).concat(others);
  // What begins with a capital is a header, which is no field of anybody's.
  const elsewhere = problems.filter(
    ({ field }) => !/^[A-Z]/.test(field) && !shown.includes(field.replace(/[[.].*$/, '')),
  );
  const won = isProblem(error, 'stale') && (theirs ?? onStale) ? error.extra['current'] : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(current, undefined, currentRows);
  };
  return (
    <form ref={form} onSubmit={send} noValidate>
      <RecordOffers fields={[...fields, ...lists.flatMap((list) => list.fields)]} />
      <div className={classes.grid}>
        {fields.map((field) => (
          <RecordInput
            key={field.name}
            field={field}
            value={current[field.name] ?? ''}
            problems={problemsOf(problems, field.name)}
            onChange={(value) => setCurrent((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
      </div>
      {lists.map((list) => (
        <RecordRows
          key={list.name}
          list={list}
          rows={currentRows[list.name] ?? []}
          problems={moved[list.name] === error ? [] : problemsOf(problems, list.name)}
          onChange={(next, came) => {
            setRows((before) => ({ ...before, [list.name]: next }));
            if (came) setMoved((before) => ({ ...before, [list.name]: error }));
          }}
        />
      ))}
      {props.children}
      {won !== undefined && theirs && (
        <StaleChoice
          key={versionOf(won)}
          fields={fields}
          opened={values}
          mine={current}
          theirs={theirs(won)}
          busy={busy}
          onKeep={(merged) => {
            setCurrent(merged);
            onSubmit(merged, versionOf(won), currentRows);
          }}
        />
      )}
      {won !== undefined && onStale && <StaleNotice onChoose={(keep) => onStale(won, keep)} />}
      {error !== null && error !== undefined && won === undefined && <ProblemAlert error={error} />}
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
        {props.aside}
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

/** The path within the row: `untilYear` of `chairs[2].untilYear` in a form over one of the chairs. */
const within = (path: string, part: string): string =>
  part !== '' && path.startsWith(`${part}[`) ? path.slice(path.indexOf('.') + 1) : path;
