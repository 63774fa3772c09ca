import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Sign } from '~/ui/Sign';
import classes from './composition.module.css';
import { type Edition, fileUrl } from './edition-queries';

const LOOKS = {
  queued: ['quiet', '○'],
  running: ['accent', '◑'],
  done: ['good', '✓'],
  failed: ['bad', '✕'],
  cancelled: ['warn', '–'],
} as const;

export const LANGUAGES = { en: 'English', es: 'Español' } as const;

/** The files of an edition as far as they are made. */
export function EditionFiles({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { bytes } = useLang();
  if (edition.files.length === 0) return <p className="soft">{t('edition.noFiles')}</p>;
  return (
    <ul className={classes.files} aria-label={t('edition.files')}>
      {edition.files.map((file) => {
        const [tone, shape] = LOOKS[file.state];
        const name = `${LANGUAGES[file.lang]}, ${file.format.toUpperCase()}`;
        return (
          <li key={name}>
            {file.state === 'done' ? (
              <a href={fileUrl(edition, file)} target="_blank" rel="noreferrer">
                {name}
              </a>
            ) : (
              <span>{name}</span>
            )}
            <Sign tone={tone} shape={shape} text={t(`edition.fileState.${file.state}`)} />
            {file.state === 'running' && (
              <progress max={100} value={file.progress} aria-label={`${t('edition.progress')}: ${name}`} />
            )}
            {file.sha256 && (
              <span className="soft">
                {bytes(file.bytes ?? 0)} · SHA-256 {file.sha256.slice(0, 12)}…
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
