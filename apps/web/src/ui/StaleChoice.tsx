import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from './Callout';
import { Choice } from './Choice';
import type { RecordField } from './RecordForm';
import type { RecordValues } from './record-values';

interface StaleChoiceProps {
  fields: readonly RecordField[];
  /** What stood in the form when it was opened. */
  opened: RecordValues;
  mine: RecordValues;
  theirs: RecordValues;
  busy: boolean;
  /** Saves what was chosen over their version. */
  onKeep: (values: RecordValues) => void;
}

type Side = 'mine' | 'theirs';

/** What somebody else saved meanwhile, field by field: theirs where this person changed nothing, else as they choose. */
export function StaleChoice({ fields, opened, mine, theirs, busy, onKeep }: StaleChoiceProps) {
  const { t } = useTranslation();
  const differing = fields.filter(({ name }) => (mine[name] ?? '') !== (theirs[name] ?? ''));
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const sideOf = (name: string): Side =>
    chosen[name] ?? ((mine[name] ?? '') === (opened[name] ?? '') ? 'theirs' : 'mine');
  const told = ({ options = [] }: RecordField, value: string | undefined): string =>
    options.find((option) => option.value === (value ?? ''))?.label ?? (value || t('conflict.nothing'));
  const merged = (): RecordValues => ({
    ...mine,
    ...Object.fromEntries(
      differing.map(({ name }) => [name, (sideOf(name) === 'mine' ? mine : theirs)[name] ?? '']),
    ),
  });
  return (
    <Callout tone="bad" role="alert" title={t('conflict.title')}>
      {differing.length === 0 && <p>{t('conflict.same')}</p>}
      {differing.map((field) => (
        <Choice
          key={field.name}
          name={`stale-${field.name}`}
          legend={field.label}
          value={sideOf(field.name)}
          onChange={(side) => setChosen((before) => ({ ...before, [field.name]: side }))}
          options={[
            { value: 'mine', label: `${t('conflict.mine')}: ${told(field, mine[field.name])}` },
            { value: 'theirs', label: `${t('conflict.theirs')}: ${told(field, theirs[field.name])}` },
          ]}
        />
      ))}
      <Group mt="sm">
        <Button loading={busy} onClick={() => onKeep(merged())}>
          {t('conflict.keep')}
        </Button>
      </Group>
    </Callout>
  );
}
