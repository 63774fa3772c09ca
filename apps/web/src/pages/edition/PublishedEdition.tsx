import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { type Edition, editionQuery, fileUrl } from '~/pages/composition/edition-queries';
import { Callout } from '~/ui/Callout';
import { useCycleName } from '~/ui/cycle-name';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Downloads } from './Downloads';
import classes from './EditionPage.module.css';
import { EditionCitation } from './EditionCitation';
import { EditionProof } from './EditionProof';
import { NewerEdition } from './NewerEdition';
import { OtherEditions } from './OtherEditions';

/** A report to read and to download, with what it corrects, the editions beside it, and what proves that a file is it. */
export function PublishedEdition({ cycle, number }: { cycle: string; number: number }) {
  return (
    <Loaded query={useQuery(editionQuery(cycle, number))}>{(data) => <Contents edition={data} />}</Loaded>
  );
}

function Contents({ edition }: { edition: Edition }) {
  const { t } = useTranslation();
  const { lang, instant, text } = useLang();
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
      {edition.state === 'published' && !edition.newest && <NewerEdition edition={edition} />}
      {note !== '' && (
        <Callout tone="info" title={t('edition.corrects')}>
          <p>{note}</p>
        </Callout>
      )}
      <Downloads files={edition.files} urlOf={(file) => fileUrl(edition, file)} />
      {html?.sha256 && (
        <iframe
          className={classes.frame}
          src={fileUrl(edition, html)}
          title={t('edition.reading')}
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
        />
      )}
      <EditionCitation edition={edition} />
      <OtherEditions edition={edition} />
      <EditionProof edition={edition} />
    </>
  );
}
