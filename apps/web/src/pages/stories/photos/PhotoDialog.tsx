import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { type RecordValues, writtenIn } from '~/ui/record-values';
import { TextPair, type WrittenPair } from '~/ui/TextPair';
import { forgetStories, type Story, type StoryPhoto } from '../queries';
import { PhotoImage } from './PhotoFigure';
import classes from './photos.module.css';
import { savePhoto } from './stores';

const SAID = ['credit', 'takenOn', 'people', 'consentBy', 'consentOn', 'consentUse'] as const;
const PEOPLE = ['consented', 'nobody'] as const;
const TEXTS = ['altEn', 'altEs', 'captionEn', 'captionEs'];

interface PhotoDialogProps {
  story: Story;
  photo: StoryPhoto;
  onClose: () => void;
}

/** Everything that is said of a photo, beside it. */
export function PhotoDialog({ story, photo, onClose }: PhotoDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [version, setVersion] = useState(story.version);
  const [alt, setAlt] = useState<WrittenPair>(pairOf(photo.altEn, photo.altEs));
  const [caption, setCaption] = useState<WrittenPair>(pairOf(photo.captionEn, photo.captionEs));
  const saving = useMutation({
    mutationFn: (values: RecordValues) =>
      savePhoto(
        story,
        photo,
        {
          altEn: alt.en.trim() || null,
          altEs: alt.es.trim() || null,
          captionEn: caption.en.trim() || null,
          captionEs: caption.es.trim() || null,
          ...Object.fromEntries(SAID.map((name) => [name, writtenIn(values, name)])),
        },
        version,
      ),
    onSuccess: (changed) => {
      client.setQueryData(['story', story.id], changed);
      void forgetStories(client);
      notify(t('story.photos.saved'));
      onClose();
    },
  });
  const problem = (field: string) =>
    isProblem(saving.error) ? saving.error.fields.find((each) => each.field === field)?.detail : undefined;
  /** Somebody changed the story meanwhile: go on over their version with what is written here, or leave it. */
  const goOn = (won: unknown, keep: boolean) => {
    setVersion((won as Story).version);
    saving.reset();
    void forgetStories(client);
    if (!keep) onClose();
  };
  return (
    <Dialog title={t('story.photos.number', { n: story.photos.indexOf(photo) + 1 })} wide onClose={onClose}>
      <div className={classes.beside}>
        <PhotoImage story={story} photo={photo} />
      </div>
      <TextPair
        name="alt"
        label={t('story.photos.altText')}
        hint={t('story.photos.altHint')}
        value={alt}
        problem={problem}
        onChange={setAlt}
      />
      <TextPair
        name="caption"
        label={t('story.photos.caption')}
        rows={2}
        value={caption}
        problem={problem}
        onChange={setCaption}
      />
      <RecordForm
        fields={fieldsOf(t)}
        values={Object.fromEntries(SAID.map((name) => [name, photo[name] ?? '']))}
        others={TEXTS}
        submit={t('story.save')}
        busy={saving.isPending}
        error={saving.error}
        onCancel={onClose}
        onStale={goOn}
        onSubmit={(values) => saving.mutate(values)}
      />
    </Dialog>
  );
}

const pairOf = (en: string | null | undefined, es: string | null | undefined): WrittenPair => ({
  en: en ?? '',
  es: es ?? '',
});

const fieldsOf = (t: TFunction): RecordField[] => [
  { name: 'credit', label: t('story.photos.credit'), hint: t('story.photos.creditHint'), kind: 'line' },
  { name: 'takenOn', label: t('story.photos.takenOn'), kind: 'day' },
  {
    name: 'people',
    label: t('story.photos.people'),
    kind: 'choice',
    options: [
      { value: '', label: t('story.photos.peopleWord.choose') },
      ...PEOPLE.map((value) => ({ value, label: t(`story.photos.peopleWord.${value}`) })),
    ],
  },
  {
    name: 'consentBy',
    label: t('story.photos.consentBy'),
    hint: t('story.photos.consentByHint'),
    kind: 'line',
  },
  { name: 'consentOn', label: t('story.photos.consentOn'), kind: 'day' },
  {
    name: 'consentUse',
    label: t('story.photos.consentUse'),
    hint: t('story.photos.consentUseHint'),
    kind: 'line',
  },
];
