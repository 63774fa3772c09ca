import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { EmptyState } from '~/ui/EmptyState';
import { PageTitle } from '~/ui/PageTitle';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import classes from './NotificationsPage.module.css';
import { type Notification, notificationsQuery, useRead, useReadAll } from './queries';
import { useWords } from './words';

/** What the person should know of, newest first; following one marks it as read. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(notificationsQuery);
  const readAll = useReadAll();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTitle title={t('notifications.title')}>
        {items.some(({ readAt }) => readAt === null) && (
          <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
            {t('notifications.readAll')}
          </Button>
        )}
      </PageTitle>
      <p>
        <Link to="/my-reminders">{t('myReminders.title')}</Link>
      </p>
      {readAll.isError && <ProblemAlert error={readAll.error} />}
      {query.isPending && <RowsSkeleton rows={4} />}
      {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <EmptyState text={t('notifications.none')} />}
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
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

function Item({ item }: { item: Notification }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { one, several } = useWords();
  const read = useRead();
  const isNew = item.readAt === null;
  const see = () => isNew && read.mutate(item.id);
  const { kind, path, count, items } = item;
  const folded = items.some((each) => each.path !== path);
  return (
    <li className={classes.item} data-new={isNew || undefined}>
      {folded ? (
        <details className={classes.several} onToggle={({ currentTarget: { open } }) => open && see()}>
          <summary>{several(item)}</summary>
          <ul>
            {items.map((news, at) => (
              <li key={at}>
                <NewsLink path={news.path}>{one(kind, news)}</NewsLink>
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <NewsLink path={path} onClick={see}>
          {count > 1 ? several(item) : one(kind, item)}
        </NewsLink>
      )}
      <span className={classes.about}>
        {isNew && <strong>{t('notifications.new')}</strong>} {instant(item.createdAt)}
      </span>
    </li>
  );
}

/** Each leads to a page of the application; which one is the API's business. */
function NewsLink({ path, onClick, children }: { path: string; onClick?: () => void; children: string }) {
  return (
    <Link to={path as '/my-updates'} onClick={onClick}>
      {children}
    </Link>
  );
}
