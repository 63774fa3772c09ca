import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { filesIn, formatName } from '~/pages/composition/edition-files';
import { type Edition, fileUrl } from '~/pages/composition/edition-queries';
import { langsFor } from '~/pages/composition/languages';
import { Panel } from '~/ui/Panel';
import classes from './EditionPage.module.css';

/** The files of an edition, a line a language. */
export function EditionDownloads({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { lang, bytes } = useLang();
  return (
    <Panel title={t('edition.files')}>
      {langsFor(lang).map((code) => (
        <div key={code} className={classes.line}>
          <h3 className={classes.lang}>{LANGUAGE_NAMES[code]}</h3>
          <ul className={classes.files}>
            {filesIn(edition, code).map((file) => {
              if (file.state !== 'done') return null;
              const name = formatName(file.format);
              return (
                <li key={file.format}>
                  <a href={fileUrl(edition, file)} aria-label={`${name}, ${LANGUAGE_NAMES[code]}`}>
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
