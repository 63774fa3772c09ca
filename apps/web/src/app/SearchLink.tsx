import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { decorative } from '~/ui/decorative';
import classes from './SearchLink.module.css';
import { useSingleKeys } from './single-keys';

const Shape = decorative(IconSearch);

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null;

/** The way to the search, also by "/" and Ctrl+K; on the page of the search these lead to its field. */
export function SearchLink() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [keys] = useSingleKeys();
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const both = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';
      const single = keys && key === '/' && !ctrlKey && !metaKey && !altKey && !isWriting(target);
      if (!both && !single) return;
      event.preventDefault();
      const field = document.querySelector<HTMLInputElement>('main input[type=search]');
      if (field) field.select();
      else void navigate({ to: '/search' });
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, [keys, navigate]);
  return (
    <Link to="/search" className={classes.link} aria-keyshortcuts={keys ? '/ Control+K' : 'Control+K'}>
      <Shape size={20} />
      <span className={classes.words}>{t('search.title')}</span>
      <kbd className={classes.key} aria-hidden>
        {keys ? '/' : 'Ctrl K'}
      </kbd>
    </Link>
  );
}
