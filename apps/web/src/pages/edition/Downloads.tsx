import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { filesIn, formatName } from '~/pages/composition/edition-files';
import type { EditionFile } from '~/pages/composition/edition-queries';
import { langsFor } from '~/pages/composition/languages';
import { Panel } from '~/ui/Panel';
import classes from './EditionPage.module.css';

type File = Pick<EditionFile, 'lang' | 'format' | 'sha256' | 'bytes'>;

interface DownloadsProps<F extends File> {
  files: readonly F[];
  urlOf: (file: F) => string;
}

/** The files of an edition or a short paper, a line a language. */
export function Downloads<F extends File>({ files, urlOf }: DownloadsProps<F>) {
  const { t } = useTranslation();
  const { lang, bytes } = useLang();
  return (
    <Panel title={t('edition.files')}>
      {langsFor(lang)
        .filter((code) => files.some((file) => file.lang === code))
        .map((code) => (
          <div key={code} className={classes.line}>
            <h3 className={classes.lang}>{LANGUAGE_NAMES[code]}</h3>
            <ul className={classes.files}>
              {filesIn({ files }, code).map((file) => {
                if (file.sha256 === null) return null;
                const name = formatName(file.format);
                return (
                  <li key={file.format}>
                    <a href={urlOf(file)} aria-label={`${name}, ${LANGUAGE_NAMES[code]}`}>
                      {name}
                    </a>{' '}
                    <span className="soft">{bytes(file.bytes ?? 0)}</span>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
    </Panel>
  );
}
