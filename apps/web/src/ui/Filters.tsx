import { NativeSelect, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { moreTexts } from '~/i18n';
import classes from './Filters.module.css';
import { ordersOf } from './use-order';

const SavedViews = lazy(async () => {
  const [module] = await Promise.all([import('./views/SavedViews'), moreTexts()]);
  return { default: module.SavedViews };
});

interface FiltersProps<S extends string> {
  /** What the person looks for; lives in the address of the page. */
  search: Partial<Record<S, string>>;
  choices: { name: S; label: string; options: { value: string; label: string }[] }[];
  /** Name of the free text, where there is one. */
  text?: S;
  onChange: (search: Partial<Record<S, string>>) => void;
}

/** Narrows a list; what is chosen stays in the address, which the person can save under a name. */
export function Filters<S extends string>({ search, choices, text, onChange }: FiltersProps<S>) {
  const { t } = useTranslation();
  const visitor = useMe().user.id === '';
  const ordered = Object.entries(ordersOf(useSearch({ strict: false })));
  const set = (name: S, value: string) => {
    const others = Object.entries(search).filter(([each]) => each !== name);
    const chosen = [...others, ...(value === '' ? [] : [[name, value]]), ...ordered];
    onChange(Object.fromEntries(chosen) as Partial<Record<S, string>>);
  };
  return (
    <>
      <search className={classes.row}>
        {choices.map(({ name, label, options }) => (
          <NativeSelect
            key={name}
            label={label}
            value={search[name] ?? ''}
            data={[{ value: '', label: t('filter.all') }, ...options]}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ))}
        {text !== undefined && (
          <TextInput
            key={search[text]}
            label={t('filter.text')}
            defaultValue={search[text] ?? ''}
            onBlur={(event) => set(text, event.currentTarget.value.trim())}
            onKeyDown={(event) => {
              if (event.key === 'Enter') set(text, event.currentTarget.value.trim());
            }}
          />
        )}
      </search>
      {!visitor && (
        <div className={classes.views}>
          <Suspense>
            <SavedViews />
          </Suspense>
        </div>
      )}
    </>
  );
}
