import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SavedView } from './queries';
import classes from './SavedViews.module.css';
import { useAudience } from './use-audience';

interface SharedViewsProps {
  views: SavedView[];
  shown: SavedView | undefined;
  onShow: (view: SavedView) => void;
}

/** What colleagues share: whose it is, and to be opened only. */
export function SharedViews({ views, shown, onShow }: SharedViewsProps) {
  const { t } = useTranslation();
  const { nameOf } = useAudience();
  if (views.length === 0) return null;
  return (
    <>
      <h3 className={classes.shared}>{t('views.ofColleagues')}</h3>
      <ul className={classes.list}>
        {views.map((view) => (
          <li key={view.id} className={classes.row}>
            <Button
              variant={view === shown ? 'light' : 'subtle'}
              size="xs"
              aria-current={view === shown || undefined}
              onClick={() => onShow(view)}
            >
              {view.name}
            </Button>
            <span className={classes.owner}>{t('views.owner', { name: view.owner, who: nameOf(view) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
