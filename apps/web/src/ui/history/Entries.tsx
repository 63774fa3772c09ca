import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { RowsSkeleton } from '../PageSkeleton';
import { ProblemAlert } from '../ProblemAlert';
import { ChangeEntry } from './ChangeEntry';
import classes from './ChangeEntry.module.css';

export type Entry = Schemas['AuditEntryDto'];

interface EntriesProps {
  query: UseInfiniteQueryResult<{ pages: { items: Entry[] }[] }>;
  /** Whether each says what it is about. */
  named?: boolean;
  /** What stands below each. */
  /** In place of entries where there are none. */
  none?: ReactNode;
  foot?: (entry: Entry) => ReactNode;
}

/** Entries of the trail, newest first, page by page. */
export function Entries({ query, named = false, foot, none }: EntriesProps) {
  const { t } = useTranslation();
  if (query.isPending) return <RowsSkeleton />;
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return none ?? <p className="soft">{t('change.none')}</p>;
  return (
    <>
      <ol className={classes.list}>
        {entries.map((entry) => (
          <ChangeEntry key={entry.id} entry={entry} named={named}>
            {foot?.(entry)}
          </ChangeEntry>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
