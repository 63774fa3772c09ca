import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { roleLine } from '~/app/role-line';
import type { Me } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { KINDS } from '~/pages/reports/kinds';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { PageTitle } from '~/ui/PageTitle';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import classes from './NotificationsPage.module.css';
import { type Notification, notificationsQuery, useRead, useReadAll } from './queries';

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
  const words = useWords();
  const read = useRead();
  const isNew = item.readAt === null;
  return (
    <li className={classes.item} data-new={isNew || undefined}>
      {/* Each leads to a page of the application; which one is the API's business. */}
      <Link to={item.path as '/my-updates'} onClick={() => isNew && read.mutate(item.id)}>
        {words(item)}
      </Link>
      <span className={classes.about}>
        {isNew && <strong>{t('notifications.new')}</strong>} {instant(item.createdAt)}
      </span>
    </li>
  );
}

type Role = Me['roles'][number]['role'];

/** What each one says. */
function useWords(): (item: Notification) => string {
  const { t } = useTranslation();
  const { day, instant } = useLang();
  const cycleName = useCycleName();
  const names = useNames();
  const reportWord = (kind: string, subject: string): string => {
    const known = KINDS.find((each) => each === kind);
    const about = known === 'state' ? names.state(subject) : known === 'area' ? names.area(subject) : subject;
    return known ? [t(`reports.kind.${known}`), about].filter(Boolean).join(': ') : '';
  };
  return ({ kind, about }) => {
    const said = (name: string): string => String(about[name] ?? '');
    return t(`notification.${kind}`, {
      code: said('code'),
      cycle: about['cycle'] === undefined ? '' : cycleName(said('cycle')),
      state: names.state(said('state')),
      team: said('team'),
      role:
        about['role'] === undefined
          ? ''
          : roleLine(t, { roles: [{ role: said('role') as Role, stateCode: said('state') || null }] }),
      format: said('format').toUpperCase(),
      report: reportWord(said('report'), said('subject')),
      count: Number(about['count'] ?? 0),
      due: about['due'] === undefined ? '' : day(said('due')),
      until: about['to'] === undefined ? '' : instant(said('to')),
    });
  };
}
