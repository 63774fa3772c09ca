import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useMe } from '~/app/session';
import { useSingleKeys } from '~/app/single-keys';
import { useLang } from '~/i18n/use-lang';
import { EmptyState } from '~/ui/EmptyState';
import { PageTitle } from '~/ui/PageTitle';
import { LEAST_LETTERS, type SearchSearch } from './search';
import classes from './Search.module.css';
import { SearchResults } from './SearchResults';

const route = getRouteApi('/app/search');
/** A pause in typing, after which is looked for. */
const PAUSE_MS = 200;
const YEARS = Array.from({ length: new Date().getFullYear() - 2017 }, (_, i) =>
  String(new Date().getFullYear() - i),
);

/** Looks for words in everything that the person may read; what was asked lives in the address. */
export function SearchPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const visitor = useMe().user.id === '';
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const states = useQuery(statesQuery).data ?? [];
  const [keys, setKeys] = useSingleKeys();
  const input = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(search.q ?? '');
  const change = (part: Partial<Record<keyof SearchSearch, string | undefined>>, replace = true) =>
    void navigate({
      replace,
      resetScroll: false,
      search: Object.fromEntries(
        Object.entries({ ...search, ...part }).filter(([, value]) => value),
      ) as SearchSearch,
    });

  useEffect(() => {
    const asked = typed.trim();
    if (asked === (search.q ?? '')) return;
    const timer = setTimeout(() => change({ q: asked || undefined, kind: undefined }), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  // Opened anew by its key, or by a way back, the page begins where one types.
  useEffect(() => input.current?.focus(), []);

  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.target instanceof HTMLSelectElement) return;
    const hits = [...(page.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
    const at = hits.indexOf(document.activeElement as HTMLElement);
    const next = event.key === 'ArrowDown' ? hits[at + 1] : at > 0 ? hits[at - 1] : input.current;
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div ref={page} onKeyDown={walk}>
      <PageTitle title={t('search.title')} />
      <search className={classes.fields}>
        <TextInput
          ref={input}
          type="search"
          className={classes.words}
          label={t('search.label')}
          description={t('search.hint')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('field.state')}
          value={search.state ?? ''}
          data={[
            { value: '', label: t('filter.all') },
            ...states.map((state) => ({ value: state.code, label: text(state, 'name') })),
          ]}
          onChange={(event) => change({ state: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('search.year')}
          value={search.year ?? ''}
          data={[{ value: '', label: t('filter.all') }, ...YEARS]}
          onChange={(event) => change({ year: event.currentTarget.value })}
        />
      </search>
      {(search.q ?? '').length >= LEAST_LETTERS ? (
        <SearchResults search={search} visitor={visitor} onKind={(kind) => change({ kind }, false)} />
      ) : (
        <EmptyState text={t('search.empty')} />
      )}
      {!visitor && (
        <Switch
          className={classes.keys}
          checked={keys}
          onChange={(event) => setKeys(event.currentTarget.checked)}
          label={t('search.keys')}
          description={t('search.keysWhat')}
        />
      )}
    </div>
  );
}
