import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { keptOf, type SavedView, useChangeViews, viewsQuery } from './queries';
import classes from './SavedViews.module.css';
import { SharedViews } from './SharedViews';
import { ViewRow } from './ViewRow';
import { ViewNameForm } from './ViewNameForm';

/** The list as the person saved it under names of their own: to open, keep, rename, delete and to begin with. */
export function SavedViews() {
  const { t } = useTranslation();
  const { pathname, searchStr } = useLocation();
  const search = keptOf(searchStr);
  const navigate = useNavigate();
  const all = useQuery(viewsQuery).data;
  const views = all?.filter(({ page }) => page === pathname) ?? [];
  const own = views.filter(({ owner }) => !owner);
  const shared = views.filter(({ owner }) => owner);
  const { save, change, remove } = useChangeViews();
  const [naming, setNaming] = useState(false);
  const [gone, setGone] = useState<SavedView>();
  const show = ({ page, search: of }: SavedView) => void navigate({ href: of ? `${page}?${of}` : page });

  // A list that is opened bare begins as the person wants it; emptied later, it stays empty.
  const begun = useRef(search !== '');
  useEffect(() => {
    if (begun.current || !all) return;
    begun.current = true;
    const first = all.find(({ page, isDefault, owner }) => page === pathname && isDefault && !owner);
    if (first?.search) void navigate({ href: `${first.page}?${first.search}`, replace: true });
  }, [all, pathname, navigate]);

  const shown = views.find((view) => keptOf(view.search) === search);
  const problem = save.error ?? change.error ?? remove.error;
  return (
    <details className={classes.views}>
      <summary>
        {shown ? t('views.shown', { name: shown.name }) : t('views.title', { count: views.length })}
      </summary>
      {own.length === 0 && !gone && <p className={classes.hint}>{t('views.none')}</p>}
      <ul className={classes.list}>
        {own.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            shown={view === shown}
            onShow={() => show(view)}
            onChange={(part) => change.mutateAsync({ ...view, ...part })}
            onRemove={() => remove.mutate(view, { onSuccess: () => setGone(view) })}
          />
        ))}
      </ul>
      <SharedViews views={shared} shown={shown} onShow={show} />
      {gone && (
        <p role="status" className={classes.hint}>
          {t('views.deleted', { name: gone.name })}{' '}
          <Button
            variant="subtle"
            size="xs"
            onClick={() => save.mutate(gone, { onSuccess: () => setGone(undefined) })}
          >
            {t('views.undo')}
          </Button>
        </p>
      )}
      {problem && <ProblemAlert error={problem} />}
      {naming ? (
        <ViewNameForm
          label={t('views.name')}
          first=""
          onCancel={() => setNaming(false)}
          onName={async (name) => {
            await save.mutateAsync({ page: pathname, name, search, isDefault: false });
            setNaming(false);
          }}
        />
      ) : (
        !shown && (
          <Button variant="default" size="xs" onClick={() => setNaming(true)}>
            {t('views.save')}
          </Button>
        )
      )}
    </details>
  );
}
