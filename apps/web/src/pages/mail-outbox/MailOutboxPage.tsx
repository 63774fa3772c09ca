import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { EmptyState } from '~/ui/EmptyState';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './MailOutboxPage.module.css';
import { MailView } from './MailView';
import { mailsQuery } from './queries';

const route = getRouteApi('/app/mail-outbox');

/** Where mail goes while no mail server is configured: nothing leaves, everything can be read. */
export function MailOutboxPage() {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { mail } = route.useSearch();
  const mails = useInfiniteQuery(mailsQuery);
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTitle title={t('nav.mailOutbox')} over={t('mails.hint')} />
      {mails.isPending && <RowsSkeleton />}
      {mails.isError && <ProblemAlert error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.isSuccess && items.length === 0 && <EmptyState text={t('mails.none')} />}
      {items.length > 0 && (
        <div className={classes.columns} data-open={mail === undefined ? undefined : true}>
          <div className={classes.mails}>
            <ul className={classes.list}>
              {items.map((item) => (
                <li key={item.id}>
                  <Link
                    to="/mail-outbox"
                    search={{ mail: item.id }}
                    className={classes.item}
                    aria-current={item.id === mail ? 'true' : undefined}
                    resetScroll={false}
                  >
                    <strong>{item.subject}</strong>
                    <span className="soft">
                      {item.recipient} · {instant(item.createdAt)}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            {mails.hasNextPage && (
              <Button
                mt="sm"
                variant="default"
                onClick={() => void mails.fetchNextPage()}
                loading={mails.isFetchingNextPage}
              >
                {t('action.more')}
              </Button>
            )}
          </div>
          <div className={classes.mail}>
            {mail ? (
              <>
                <Link to="/mail-outbox" search={{}} className={classes.back}>
                  {t('mails.back')}
                </Link>
                <MailView id={mail} />
              </>
            ) : (
              <EmptyState text={t('mails.choose')} />
            )}
          </div>
        </div>
      )}
    </>
  );
}
