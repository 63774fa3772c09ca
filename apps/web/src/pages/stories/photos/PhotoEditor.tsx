import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '~/ui/notice';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { forgetStories, type Story } from '../queries';
import { AddPhotos } from './AddPhotos';
import { PhotoActions } from './PhotoActions';
import { PhotoDialog } from './PhotoDialog';
import { PhotoList } from './PhotoList';

/** The photos of a story for who writes it: added, described, put in order, removed, taken back. */
export default function PhotoEditor({ story }: { story: Story }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [described, setDescribed] = useState<string | null>(null);
  const changing = useMutation({
    mutationFn: ({ change }: { change: () => Promise<Story>; said: string | undefined }) => change(),
    onSuccess: (changed, { said }) => {
      client.setQueryData(['story', story.id], changed);
      void forgetStories(client);
      if (said !== undefined) notify(said);
    },
  });
  const open = story.photos.find(({ id }) => id === described);
  return (
    <>
      {story.photos.length === 0 && <p className="soft">{t('story.photos.none')}</p>}
      <PhotoList
        story={story}
        actions={(index) => (
          <PhotoActions
            story={story}
            index={index}
            busy={changing.isPending}
            onDescribe={() => setDescribed(story.photos[index]?.id ?? null)}
            onChange={(change, said) => changing.mutate({ change, said })}
          />
        )}
      />
      {changing.isError && <ProblemAlert error={changing.error} />}
      {story.status === 'draft' && <AddPhotos story={story} onAdded={setDescribed} />}
      {open && <PhotoDialog story={story} photo={open} onClose={() => setDescribed(null)} />}
    </>
  );
}
