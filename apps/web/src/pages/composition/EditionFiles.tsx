import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { Sign } from '~/ui/Sign';
import classes from './composition.module.css';
import { filesIn, formatName } from './edition-files';
import { type Edition, type EditionFile, fileUrl } from './edition-queries';
import { langsFor } from './languages';

const LOOKS = {
  queued: ['quiet', '○'],
  running: ['accent', '◑'],
  done: ['good', '✓'],
  failed: ['bad', '✕'],
  cancelled: ['warn', '–'],
} as const;

/** The files of an edition as far as they are made, language by language. */
export function EditionFiles({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const { files } = edition;
  if (files.length === 0) return <p className="soft">{t('edition.noFiles')}</p>;
  const done = files.filter(({ state }) => state === 'done').length;
  return (
    <>
      <p role="status" className={classes.made}>
        <span>{t('edition.made', { done, count: files.length })}</span>
        <progress max={files.length} value={done} aria-hidden />
      </p>
      <div className={classes.pair}>
        {langsFor(lang).map((code) => (
          <section key={code} aria-label={`${t('edition.files')}, ${LANGUAGE_NAMES[code]}`}>
            <h4 className={classes.small}>{LANGUAGE_NAMES[code]}</h4>
            <ul className={classes.files}>
              {filesIn(edition, code).map((file) => (
                <li key={file.format}>
                  <FileLine edition={edition} file={file} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function FileLine({ edition, file }: { edition: Edition; file: EditionFile }) {
  const { t } = useTranslation();
  const { bytes } = useLang();
  const name = formatName(file.format);
  const [tone, shape] = LOOKS[file.state];
  return (
    <>
      {file.sha256 ? (
        <a
          href={fileUrl(edition, file)}
          target="_blank"
          rel="noreferrer"
          aria-label={`${name}, ${LANGUAGE_NAMES[file.lang]}`}
        >
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
      <Sign
        tone={tone}
        shape={shape}
        text={
          file.state === 'running' && file.step
            ? t(`edition.step.${file.step}`)
            : t(`edition.fileState.${file.state}`)
        }
      />
      {file.state === 'running' && (
        <progress
          max={100}
          value={file.progress}
          aria-label={`${t('edition.progress')}: ${name}, ${LANGUAGE_NAMES[file.lang]}`}
        />
      )}
      {file.sha256 && <span className="soft">{bytes(file.bytes ?? 0)}</span>}
      {file.error && <span className="soft">{file.error}</span>}
    </>
  );
}
