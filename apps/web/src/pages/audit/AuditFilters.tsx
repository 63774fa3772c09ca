import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { thingText, verbText } from '~/ui/history/change-words';
import { KINDS } from '~/ui/history/thing-pages';
import classes from './AuditPage.module.css';
import { actionsQuery, peopleQuery } from './queries';
import type { AuditSearch, Narrow } from './route';

interface AuditFiltersProps {
  search: AuditSearch;
  onChange: (search: AuditSearch) => void;
}

type Options = { value: string; label: string }[];

/** Narrows the trail; what is chosen stays in the address. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const { text } = useLang();
  const people = useQuery(peopleQuery).data?.items ?? [];
  const states = useQuery(statesQuery).data ?? [];
  const actions = useQuery(actionsQuery).data ?? [];
  const set = (name: Narrow, value: string) => {
    if (value === (search[name] ?? '')) return;
    const others = Object.fromEntries(Object.entries(search).filter(([each]) => each !== name));
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  const named: Options = people.map(({ id, name }) => ({ value: id, label: name }));
  const kinds: Options = KINDS.map((kind) => ({ value: kind, label: thingText(t, kind) }));
  const verbs: Options = actions.map((action) => ({
    value: action,
    label: `${thingText(t, action.slice(0, action.indexOf('.')))}: ${verbText(t, action)}`,
  }));
  const byLabel = (a: Options[0], b: Options[0]) => a.label.localeCompare(b.label);
  const choices: [Narrow, Options][] = [
    ['actorId', named],
    ['onBehalfOfId', named],
    ['state', states.map((state) => ({ value: state.code, label: text(state, 'name') }))],
    ['entity', kinds.sort(byLabel)],
    ['action', verbs.sort(byLabel)],
  ];
  return (
    <search className={classes.filters}>
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={t(`audit.narrow.${name}`)}
          defaultValue={search[name] ?? ''}
          onBlur={(event) => set(name, event.currentTarget.value)}
        />
      ))}
      {choices.map(([name, options]) => (
        <NativeSelect
          key={name}
          label={t(`audit.narrow.${name}`)}
          value={search[name] ?? ''}
          data={[{ value: '', label: t('filter.all') }, ...withChosen(options, search[name])]}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      ))}
      {(['reason', 'requestId', 'entityId'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`audit.narrow.${name}`)}
          defaultValue={search[name] ?? ''}
          onBlur={(event) => set(name, event.currentTarget.value.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Enter') set(name, event.currentTarget.value.trim());
          }}
        />
      ))}
      {Object.keys(search).length > 0 && (
        <Button variant="default" onClick={() => onChange({})}>
          {t('audit.everything')}
        </Button>
      )}
    </search>
  );
}

/** What the address asks for stays choosable, also while names are on their way. */
const withChosen = (options: Options, chosen: string | undefined): Options =>
  chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [{ value: chosen, label: chosen }, ...options];
