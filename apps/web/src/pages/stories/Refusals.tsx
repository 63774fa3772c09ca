import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';

const STORY = ['consentOn', 'consentRef', 'textEn', 'textEs'] as const;
const PHOTO = [
  'altEn',
  'altEs',
  'credit',
  'takenOn',
  'people',
  'consentBy',
  'consentOn',
  'consentUse',
] as const;

export type PhotoField = (typeof PHOTO)[number];

/** What keeps a story from being published, by the names of its fields and of its photos' fields. */
export function Refusals({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!isProblem(error) || error.fields.length === 0) return null;
  const nameOf = (path: string): string => {
    const [, index, field] = /^photos\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
    const ofPhoto = PHOTO.find((each) => each === field);
    if (index !== undefined && ofPhoto)
      return `${t('story.photos.number', { n: Number(index) + 1 })}, ${t(`story.photos.${ofPhoto}`)}`;
    const ofStory = STORY.find((each) => each === path);
    return ofStory ? t(`story.${ofStory}`) : path;
  };
  return (
    <ul>
      {error.fields.map(({ field, detail }) => (
        <li key={field}>
          <strong>{nameOf(field)}</strong>: {detail}
        </li>
      ))}
    </ul>
  );
}
