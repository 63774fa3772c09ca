import { useHotkeys } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { updateQuery } from '~/pages/update/queries';
import { KeysHelp } from './KeysHelp';
import classes from './QueueRail.module.css';
import { queueQuery, type Waiting } from './queries';
import { useSingleKeys } from '~/app/single-keys';
import { REVIEW_KEYS } from './review-keys';

/** The queue beside the update in hand: as a list where there is room, else the one before and the one after. */
export function QueueRail({ id }: { id: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [keys] = useSingleKeys();
  const queue = useQuery(queueQuery).data ?? [];
  const place = queue.findIndex((each) => each.id === id);
  const [previous, next] = [queue[place - 1], queue[place + 1]];
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [id, queue.length]);
  useEffect(() => {
    if (next) void client.prefetchQuery(updateQuery(next.id));
  }, [client, next]);
  const open = (update: Waiting | undefined) => () => {
    if (update && !document.querySelector('dialog[open]'))
      void navigate({ to: '/updates/$id', params: { id: update.id } });
  };
  useHotkeys(
    keys
      ? [
          [REVIEW_KEYS.next, open(next)],
          [REVIEW_KEYS.previous, open(previous)],
        ]
      : [],
  );
  if (place < 0) return null;
  return (
    <nav className={classes.rail} aria-label={t('review.title')}>
      <div className={classes.steps}>
        <Link to="/review">{t('review.title')}</Link>
        <span>{t('review.place', { n: place + 1, total: queue.length })}</span>
        {previous && (
          <Link to="/updates/$id" params={{ id: previous.id }} aria-keyshortcuts={keys ? 'k' : undefined}>
            <span aria-hidden>← </span>
            {t('keys.previous')} {keys && <kbd aria-hidden>K</kbd>}
          </Link>
        )}
        {next && (
          <Link to="/updates/$id" params={{ id: next.id }} aria-keyshortcuts={keys ? 'j' : undefined}>
            {t('keys.next')} {keys && <kbd aria-hidden>J</kbd>}
            <span aria-hidden> →</span>
          </Link>
        )}
      </div>
      <ol className={classes.list}>
        {queue.map((update) => (
          <li key={update.id} ref={update.id === id ? here : undefined}>
            <Link
              to="/updates/$id"
              params={{ id: update.id }}
              className={classes.item}
              aria-current={update.id === id ? 'step' : undefined}
            >
              <span className={classes.code}>{update.code}</span> {text(update, 'title')}
              {update.noChange && <span className={classes.note}>{t('update.noChange')}</span>}
            </Link>
          </li>
        ))}
      </ol>
      <KeysHelp />
    </nav>
  );
}
