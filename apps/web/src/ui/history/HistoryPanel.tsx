import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import type { paths } from '~/api/schema';
import { may, useMe } from '~/app/session';
import { RowsSkeleton } from '../PageSkeleton';
import { Panel } from '../Panel';
import { ProblemAlert } from '../ProblemAlert';
import { ChangeEntry } from './ChangeEntry';
import classes from './ChangeEntry.module.css';

type Entity = paths['/api/history']['get']['parameters']['query']['entity'];

interface HistoryPanelProps {
  entity: Entity;
  id: string;
  /** What is known without asking; the field by field account takes its place. */
  summary?: ReactNode;
  /** What stands below, such as revisions. */
  children?: ReactNode;
}

/** What happened to a thing, for those who work with it; read once somebody asks for it. */
export function HistoryPanel({ entity, id, summary, children }: HistoryPanelProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const mine = may(me, 'history.read');
  if (!mine && !summary && !children) return null;
  return (
    <Panel title={t('change.history')}>
      {mine && !open && (
        <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
          {t('change.show')}
        </Button>
      )}
      {mine && open ? <Entries entity={entity} id={id} /> : summary}
      {children}
    </Panel>
  );
}

function Entries({ entity, id }: { entity: Entity; id: string }) {
  const { t } = useTranslation();
  const history = useInfiniteQuery({
    queryKey: ['history', entity, id],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/history', {
          params: { query: { entity, id, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (history.isPending) return <RowsSkeleton />;
  if (history.isError) return <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />;
  const entries = history.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <p className="soft">{t('change.none')}</p>;
  return (
    <>
      <ol className={classes.list}>
        {entries.map((entry) => (
          <ChangeEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
