import { Button, FileButton, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { forgetStories, type Story } from '../queries';
import { addPhotos } from './stores';

const TYPES = 'image/jpeg,image/png,image/webp';

/** The ways in for photos: chosen files, and the camera where there is one at hand. */
export function AddPhotos({ story, onAdded }: { story: Story; onAdded: (photoId: string) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const adding = useMutation({
    mutationFn: (files: File[]) =>
      addPhotos(story, files, (grown) => client.setQueryData(['story', story.id], grown)),
    onSuccess: (first) => first !== undefined && onAdded(first),
    onSettled: () => forgetStories(client),
  });
  return (
    <>
      {adding.isError && <ProblemAlert error={adding.error} />}
      <Group mt="sm">
        <FileButton accept={TYPES} multiple onChange={(files) => adding.mutate(files)}>
          {(props) => (
            <Button variant="default" loading={adding.isPending} {...props}>
              {t('story.photos.add')}
            </Button>
          )}
        </FileButton>
        {navigator.maxTouchPoints > 0 && (
          <FileButton accept={TYPES} capture="environment" onChange={(file) => file && adding.mutate([file])}>
            {(props) => (
              <Button variant="default" disabled={adding.isPending} {...props}>
                {t('story.photos.camera')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <p className="soft">{t('story.photos.addHint')}</p>
    </>
  );
}
