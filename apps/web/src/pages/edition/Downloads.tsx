import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { langsFor } from '~/pages/composition/languages';
import { Panel } from '~/ui/Panel';
import { type File, FileLinks } from './FileLinks';
import classes from './EditionPage.module.css';

interface DownloadsProps<F extends File> {
  files: readonly F[];
  urlOf: (file: F) => string;
}

/** The files of an edition or a short paper, a line a language. */
export function Downloads<F extends File>({ files, urlOf }: DownloadsProps<F>) {
  const { t } = useTranslation();
  const { lang } = useLang();
  return (
    <Panel title={t('edition.files')}>
      {langsFor(lang)
        .filter((code) => files.some((file) => file.lang === code))
        .map((code) => (
          <div key={code} className={classes.line}>
            <h3 className={classes.lang}>{LANGUAGE_NAMES[code]}</h3>
            <FileLinks files={files} code={code} urlOf={urlOf} />
          </div>
        ))}
    </Panel>
  );
}
