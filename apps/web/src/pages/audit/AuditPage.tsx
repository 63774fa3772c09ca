import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Entries, type Entry } from '~/ui/history/Entries';
import { pageOf } from '~/ui/history/thing-pages';
import { PageTitle } from '~/ui/PageTitle';
import { EmptyList } from '~/ui/EmptyList';
import { Panel } from '~/ui/Panel';
import { asked } from '~/app/asked';
import { AuditFilters } from './AuditFilters';
import classes from './AuditPage.module.css';
import { ChainState } from './ChainState';
import { entriesQuery, fileUrl } from './queries';

const route = getRouteApi('/app/audit');

/** Everything that anybody did, newest first, and whether the record of it is whole. */
export function AuditPage() {
  const { t } = useTranslation();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const entries = useInfiniteQuery(entriesQuery(search));
  return (
    <>
      <PageTitle title={t('nav.audit')} over={t('audit.hint')}>
        {(['csv', 'jsonl'] as const).map((format) => (
          <Button
            key={format}
            component="a"
            variant="default"
            href={fileUrl(search, format)}
            download={`audit.${format}`}
          >
            {t(`audit.file.${format}`)}
          </Button>
        ))}
      </PageTitle>
      <ChainState day={search.to} />
      <AuditFilters
        key={JSON.stringify(search)}
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <Panel title={t('audit.entries')}>
        <Entries
          query={entries}
          named
          foot={(entry) => <Foot entry={entry} />}
          none={<EmptyList search={search} none={t('audit.noneFit')} />}
        />
      </Panel>
    </>
  );
}

/** Where an entry leads: to the thing, to its whole history, to what else the request did. */
function Foot({ entry: { entity, entityId, requestId } }: { entry: Entry }) {
  const { t } = useTranslation();
  const page = pageOf(entity, entityId);
  return (
    <div className={classes.foot}>
      {page && <Link {...page}>{t('audit.open')}</Link>}
      <Link to="/audit" search={{ entity, entityId }}>
        {t('audit.ofThing')}
      </Link>
      {requestId && (
        <Link to="/audit" search={{ requestId }}>
          {t('audit.ofRequest')} <code>{requestId.slice(0, 8)}</code>
        </Link>
      )}
    </div>
  );
}
