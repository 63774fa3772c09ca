import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChipFilter } from '~/ui/ChipFilter';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { searchQuery } from './queries';
import type { SearchKind, SearchSearch } from './search';
import classes from './Search.module.css';
import { SearchResult } from './SearchResult';

interface SearchResultsProps {
  search: SearchSearch;
  visitor: boolean;
  onKind: (kind: SearchKind | undefined) => void;
}

/** What was found, the best of each kind, or of one kind all. Says how many there are. */
export function SearchResults({ search, visitor, onKind }: SearchResultsProps) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(searchQuery(search));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const { total = 0, counts = [] } = pages[0] ?? {};
        const items = pages.flatMap((page) => page.items);
        const shown = counts.filter(({ kind }) => items.some((item) => item.kind === kind));
        return (
          <div aria-busy={query.isPlaceholderData || undefined}>
            <p role="status" className={classes.count}>
              {t('search.found', { count: total, q: search.q })}
            </p>
            {total === 0 ? (
              <EmptyState title={t('search.none')} text={t('search.noneHint')} />
            ) : (
              <ChipFilter
                label={t('search.kinds')}
                all={t('chips.all')}
                items={counts.map(({ kind, count }) => ({
                  value: kind,
                  label: t(`search.kind.${kind}`),
                  count,
                }))}
                chosen={search.kind}
                onChoose={onKind}
              />
            )}
            {shown.map(({ kind, count }) => {
              const hits = items.filter((item) => item.kind === kind);
              return (
                <section key={kind} aria-labelledby={`found-${kind}`} className={classes.group}>
                  <h2 id={`found-${kind}`}>{t(`search.kind.${kind}`)}</h2>
                  <ul className={classes.hits}>
                    {hits.map((hit) => (
                      <SearchResult key={`${hit.table} ${hit.id}`} hit={hit} visitor={visitor} />
                    ))}
                  </ul>
                  {search.kind === undefined && hits.length < count && (
                    <Button variant="default" size="xs" onClick={() => onKind(kind)}>
                      {t('search.all', { count, kind: t(`search.kind.${kind}`) })}
                    </Button>
                  )}
                </section>
              );
            })}
            {query.hasNextPage && (
              <Button
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('search.more')}
              </Button>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
