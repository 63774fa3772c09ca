import { Button, CopyButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { publicationsQuery } from './queries';
import classes from './DataPage.module.css';

type CitedEdition = Schemas['CitedEditionDto'];

const FORMATS = ['csv', 'xlsx', 'json'] as const;

/** Everything that visitors may take along: tables, the API, the terms, and how to cite. */
export function DataPage() {
  const { t } = useTranslation();
  const publications = useQuery(publicationsQuery);
  return (
    <>
      <PageTitle title={t('site.dataTitle')} />
      <p>{t('site.dataText')}</p>
      <Loaded query={publications}>
        {({ editions, licence }) => (
          <>
            {editions.length === 0 && <EmptyState text={t('site.nothingYet')} />}
            {editions.map((edition) => (
              <EditionFiles key={edition.snapshotId} edition={edition} />
            ))}
            <Panel title={t('nav.pledges')}>
              <p className={classes.files}>
                {FORMATS.map((format) => (
                  <a key={format} href={`/api/pledges/export.${format}`} download>
                    {t('site.fileOf', { what: t('nav.pledges'), format: format.toUpperCase() })}
                  </a>
                ))}
              </p>
            </Panel>
            <Panel title={t('site.terms')}>
              {licence ? (
                <p>
                  {t('site.licence')} <a href={licence.url}>{licence.name}</a> ({licence.key}).
                </p>
              ) : (
                <p>{t('site.noLicence')}</p>
              )}
            </Panel>
          </>
        )}
      </Loaded>
      <Panel title="API">
        <p>{t('site.apiText')}</p>
        <p className={classes.files}>
          <a href="/api/docs">{t('site.apiDocs')}</a>
          <a href="/api/openapi.json">OpenAPI (JSON)</a>
        </p>
        <pre className={classes.code} tabIndex={0} role="region" aria-label={t('site.apiExample')}>
          <code>{`curl '${location.origin}/api/public/commitments?state=MX&format=csv'`}</code>
        </pre>
      </Panel>
    </>
  );
}

function EditionFiles({ edition }: { edition: CitedEdition }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const name = useCycleName();
  const cite = text(edition, 'cite');
  return (
    <Panel title={name(edition.cycleKey)}>
      {(['commitments', 'facts'] as const).map((table) => (
        <p key={table} className={classes.files}>
          {FORMATS.map((format) => (
            <a key={format} href={`/api/public/${table}?cycle=${edition.cycleKey}&format=${format}`} download>
              {t('site.fileOf', { what: t(`site.table.${table}`), format: format.toUpperCase() })}
            </a>
          ))}
        </p>
      ))}
      <h3 className={classes.sub}>{t('site.cite')}</h3>
      <p className={classes.cite}>{cite}</p>
      <CopyButton value={cite}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {t(copied ? 'site.copied' : 'site.copy')}
          </Button>
        )}
      </CopyButton>
    </Panel>
  );
}
