import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/ui/Panel';
import type { Story } from '../queries';
import { PhotoList } from './PhotoList';

const PhotoEditor = lazy(() => import('./PhotoEditor'));

/** The photos of a story: shown to whoever reads it, added and described by who writes it. */
export function StoryPhotos({ story }: { story: Story }) {
  const { t } = useTranslation();
  if (story.photos.length === 0 && !story.mayWrite) return null;
  const list = <PhotoList story={story} />;
  return (
    <Panel title={t('story.photos.title')}>
      {story.mayWrite ? (
        <Suspense fallback={list}>
          <PhotoEditor story={story} />
        </Suspense>
      ) : (
        list
      )}
    </Panel>
  );
}
