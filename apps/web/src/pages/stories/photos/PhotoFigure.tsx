import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import type { Story, StoryPhoto } from '../queries';
import type { PhotoField } from '../Refusals';
import classes from './photos.module.css';

const ALWAYS: readonly PhotoField[] = ['altEn', 'altEs', 'credit', 'people'];
const OF_PEOPLE: readonly PhotoField[] = ['consentBy', 'consentOn', 'consentUse'];

/** The picture itself, with its alternative text. */
export function PhotoImage({ story, photo }: { story: Story; photo: StoryPhoto }) {
  const { text, missing, lang } = useLang();
  const foreign = missing(photo, 'alt') ? (lang === 'en' ? 'es' : 'en') : undefined;
  return (
    <img
      className={classes.image}
      src={`/api/stories/${story.id}/photos/${photo.id}`}
      alt={text(photo, 'alt')}
      lang={foreign}
      width={photo.width}
      height={photo.height}
    />
  );
}

const withinSentence = (words: string, lang: string): string =>
  words.charAt(0).toLocaleLowerCase(lang) + words.slice(1);

/** A photo with its caption and credit; for who writes the story, what is still to be said of it. */
export function PhotoFigure({ story, photo }: { story: Story; photo: StoryPhoto }) {
  const { t } = useTranslation();
  const { lang, day } = useLang();
  const needed = photo.people === 'consented' ? [...ALWAYS, ...OF_PEOPLE] : ALWAYS;
  const lacking = story.mayWrite ? needed.filter((name) => !photo[name]) : [];
  const taken = photo.takenOn ? `${t('story.photos.takenOn')} ${day(photo.takenOn)}` : null;
  return (
    <figure className={classes.figure}>
      <PhotoImage story={story} photo={photo} />
      <figcaption>
        <BothText of={photo} name="caption" />
        <p className="soft">{[photo.credit, taken].filter(Boolean).join(' · ')}</p>
        {lacking.length > 0 && (
          <p className={classes.lacking}>
            {t('story.photos.missing', {
              what: lacking.map((name) => withinSentence(t(`story.photos.${name}`), lang)).join('; '),
            })}
          </p>
        )}
      </figcaption>
    </figure>
  );
}
