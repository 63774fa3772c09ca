import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { formatName } from '~/pages/composition/edition-files';
import { useReportName } from '~/pages/reports/kinds';
import { Callout } from '~/ui/Callout';
import { Loaded } from '~/ui/Loaded';
import { type FactRow, Facts, Panel } from '~/ui/Panel';
import { type FileOrigin, verifiedQuery } from './queries';
import classes from './VerifiedFile.module.css';

/** What is known of the file with this hash. */
export function VerifiedFile({ sha256 }: { sha256: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('verify.answer')}>
      <div role="status">
        <Loaded query={useQuery(verifiedQuery(sha256))}>
          {({ file }) => (
            <>
              {file ? <Known file={file} /> : <Unknown />}
              <p className={classes.hash}>
                {t('verify.file')}: SHA-256 {sha256}
              </p>
            </>
          )}
        </Loaded>
      </div>
    </Panel>
  );
}

function Unknown() {
  const { t } = useTranslation();
  return (
    <Callout tone="bad" title={t('verify.unknown')}>
      <p>{t('verify.unknownWhy')}</p>
    </Callout>
  );
}

function Known({ file }: { file: FileOrigin }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const name = useReportName()(file);
  const { edition, publishedAt, newer, replaced, place } = file;
  const rows: FactRow[] = [
    [t('reports.report'), name],
    ...(edition ? [[t('edition.title'), t('edition.number', { number: edition })] as FactRow] : []),
    [t('reports.format'), `${formatName(file.format)}, ${LANGUAGE_NAMES[file.lang]}`],
    [t('reports.made'), instant(file.madeAt)],
    ...(publishedAt ? [[t('verify.published'), instant(publishedAt)] as FactRow] : []),
  ];
  return (
    <>
      <Callout tone={replaced === 'taken_back' ? 'warn' : 'info'} title={t('verify.known')}>
        <p>{t(replaced ? `verify.replaced.${replaced}` : 'verify.knownWhy')}</p>
      </Callout>
      {newer && (
        <Callout tone="warn" title={t('edition.older')}>
          <p>
            <Link to="/reports/$cycle/$which" params={{ cycle: file.cycleKey, which: String(newer) }}>
              {t('verify.newer', { number: newer })}
            </Link>
          </p>
        </Callout>
      )}
      <Facts rows={rows} />
      <p className={classes.hash}>
        {t('edition.madeFrom', { number: file.snapshotNumber })}: SHA-256 {file.snapshotSha256}
      </p>
      {place && (
        <p>
          <ToPlace place={place} />
        </p>
      )}
    </>
  );
}

/** To where the file is read. @param place `2024-annual/1`, or the id of a report */
function ToPlace({ place }: { place: string }) {
  const { t } = useTranslation();
  const [cycle = '', which] = place.split('/');
  return which === undefined ? (
    <Link to="/reports/$id" params={{ id: place }}>
      {t('verify.place')}
    </Link>
  ) : (
    <Link to="/reports/$cycle/$which" params={{ cycle, which }}>
      {t('verify.place')}
    </Link>
  );
}
