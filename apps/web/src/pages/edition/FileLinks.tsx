import { LANGUAGE_NAMES, type Lang } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { filesIn, formatName } from '~/pages/composition/edition-files';
import type { EditionFile } from '~/pages/composition/edition-queries';
import classes from './FileLinks.module.css';

export type File = Pick<EditionFile, 'lang' | 'format' | 'sha256' | 'bytes'>;

interface FileLinksProps<F extends File> {
  files: readonly F[];
  /** In which they are. */
  code: Lang;
  urlOf: (file: F) => string;
  /** What they are files of, where several such lists stand on a page. */
  of?: string;
}

/** The files in one language that are made, with their sizes. */
export function FileLinks<F extends File>({ files, code, urlOf, of }: FileLinksProps<F>) {
  const { bytes } = useLang();
  return (
    <ul className={classes.files}>
      {filesIn({ files }, code).map((file) => {
        if (file.sha256 === null) return null;
        const name = formatName(file.format);
        return (
          <li key={file.format}>
            <a
              href={urlOf(file)}
              aria-label={[name, LANGUAGE_NAMES[code], of].filter((each) => each !== undefined).join(', ')}
            >
              {name}
            </a>{' '}
            <span className="soft">{bytes(file.bytes ?? 0)}</span>
          </li>
        );
      })}
    </ul>
  );
}
