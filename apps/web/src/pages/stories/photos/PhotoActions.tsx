import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SureButton } from '~/ui/SureButton';
import type { Story } from '../queries';
import { orderPhotos, removePhoto, withdrawPhoto } from './stores';

interface PhotoActionsProps {
  story: Story;
  index: number;
  busy: boolean;
  onDescribe: () => void;
  /** @param said what the person is told once it is done */
  onChange: (change: () => Promise<Story>, said?: string) => void;
}

/** What may be done to a photo: in a draft all, of a published story it can be taken back. */
export function PhotoActions({ story, index, busy, onDescribe, onChange }: PhotoActionsProps) {
  const { t } = useTranslation();
  const photo = story.photos[index];
  if (!photo) return null;
  const of = t('story.photos.number', { n: index + 1 });
  const named = (label: string) => `${label}: ${of}`;
  const move = (by: number) => () => {
    const ids = story.photos.map(({ id }) => id).filter((id) => id !== photo.id);
    ids.splice(index + by, 0, photo.id);
    onChange(() => orderPhotos(story, ids));
  };
  const places = [
    { by: -1, label: t('story.photos.earlier'), may: index > 0 },
    { by: 1, label: t('story.photos.later'), may: index < story.photos.length - 1 },
  ].filter(({ may }) => may);
  return (
    <Group gap="xs" mt="xs">
      {story.status === 'draft' && (
        <>
          <Button
            size="xs"
            variant="default"
            aria-label={named(t('story.photos.describe'))}
            onClick={onDescribe}
          >
            {t('story.photos.describe')}
          </Button>
          {places.map(({ by, label }) => (
            <Button
              key={by}
              size="xs"
              variant="default"
              disabled={busy}
              aria-label={named(label)}
              onClick={move(by)}
            >
              {label}
            </Button>
          ))}
          <SureButton
            size="xs"
            label={t('action.remove')}
            sure={t('story.photos.sure')}
            of={of}
            busy={busy}
            onSure={() => onChange(() => removePhoto(story, photo), t('story.photos.removed'))}
          />
        </>
      )}
      {photo.people === 'consented' && (
        <SureButton
          size="xs"
          label={t('story.photos.withdraw')}
          sure={t('story.photos.withdrawSure')}
          of={of}
          busy={busy}
          onSure={() => onChange(() => withdrawPhoto(story, photo), t('story.photos.withdrawn'))}
        />
      )}
    </Group>
  );
}
