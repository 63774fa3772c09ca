import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { LanguageSwitch } from '~/app/LanguageSwitch';
import { useLang } from '~/i18n/use-lang';
import { type Edition, editionsQuery, fileUrl } from '~/pages/composition/edition-queries';
import { LANGUAGES } from '~/pages/composition/EditionFiles';
import { Callout } from '~/ui/Callout';
import { useCycleName } from '~/ui/cycle-name';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import classes from './EditionPage.module.css';

const route = getRouteApi('/reports/$cycle/$number');

const editionQuery = (key: string, number: number) =>
  queryOptions({
    queryKey: ['editions', key, number],
    queryFn: () => body(api.GET('/api/editions/{key}/{number}', { params: { path: { key, number } } })),
  });

/** A published report at its permanent address: to read, to download, with what it corrects and the editions beside it. */
export function EditionPage() {
  const { cycle, number } = route.useParams();
  const edition = useQuery(editionQuery(cycle, Number(number)));
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <a href="/" className={classes.brand}>
          MIRPS
        </a>
        <LanguageSwitch />
      </header>
      <main id="main">
        <Loaded query={edition}>{(data) => <Published edition={data} />}</Loaded>
      </main>
    </div>
  );
}

/** For reading before for computing. */
const FORMATS = ['pdf', 'html', 'docx', 'xlsx', 'csv', 'json'];

/** Files in the reader's language come first. */
const placeOf = (file: Edition['files'][number], lang: string): number =>
  FORMATS.indexOf(file.format) + (file.lang === lang ? 0 : FORMATS.length);

function Published({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { lang, instant, text, bytes } = useLang();
  const cycleName = useCycleName();
  const note = text(edition, 'note');
  const html = edition.files.find((file) => file.lang === lang && file.format === 'html');
  return (
    <>
      <PageTitle
        title={`${t(`reports.kind.${edition.kind}`)} · ${cycleName(edition.cycleKey)}`}
        over={
          <>
            {t('edition.number', { number: edition.number })}
            {edition.publishedAt && <> · {t('edition.publishedOn', { at: instant(edition.publishedAt) })}</>}
          </>
        }
      />
      {edition.state !== 'published' && (
        <Callout tone="warn">
          <p>{t('edition.draft')}</p>
        </Callout>
      )}
      {edition.state === 'published' && !edition.newest && (
        <Callout tone="warn" title={t('edition.older')}>
          <p>{t('edition.olderWhy')}</p>
        </Callout>
      )}
      {note !== '' && (
        <Callout tone="info" title={t('edition.corrects')}>
          <p>{note}</p>
        </Callout>
      )}
      <Panel title={t('edition.files')}>
        <ul className={classes.files}>
          {edition.files
            .filter(({ state }) => state === 'done')
            .sort((a, b) => placeOf(a, lang) - placeOf(b, lang))
            .map((file) => (
              <li key={`${file.lang}-${file.format}`}>
                <a href={fileUrl(edition, file)}>
                  {LANGUAGES[file.lang]}, {file.format.toUpperCase()}
                </a>{' '}
                <span className="soft">
                  {bytes(file.bytes ?? 0)} · SHA-256 <span className={classes.hash}>{file.sha256}</span>
                </span>
              </li>
            ))}
        </ul>
        <p className="soft">
          {t('edition.madeFrom', { number: edition.snapshotNumber })}{' '}
          <span className={classes.hash}>SHA-256 {edition.snapshotSha256}</span>
        </p>
      </Panel>
      <Others edition={edition} />
      {html?.state === 'done' && (
        <iframe
          className={classes.frame}
          src={fileUrl(edition, html)}
          title={t('edition.reading')}
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
        />
      )}
    </>
  );
}

/** Every published edition of the cycle; nothing where this is the only one. */
function Others({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { instant, text } = useLang();
  const editions = (useQuery(editionsQuery(edition.cycleKey)).data ?? []).filter(
    ({ state, id }) => state === 'published' && id !== edition.id,
  );
  if (editions.length === 0) return null;
  return (
    <Panel title={t('edition.others')}>
      <ul>
        {editions.map((each) => (
          <li key={each.id}>
            <Link to="/reports/$cycle/$number" params={{ cycle: each.cycleKey, number: String(each.number) }}>
              {t('edition.number', { number: each.number })}
            </Link>
            , {instant(each.publishedAt)}
            {text(each, 'note') && `: ${text(each, 'note')}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
