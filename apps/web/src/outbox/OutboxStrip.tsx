import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from './kept-drafts';
import classes from './OutboxStrip.module.css';
import { startSending } from './sender';
import { useIsOpen, useTold } from './standing';
import { sendsWhileClosed } from './while-closed';

/** Below the header: whether there is a network, and what on this device is not sent yet. Nothing when all is sent. */
export function OutboxStrip({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { href } = useLocation();
  const { sending, paused } = useTold();
  const isOpen = useIsOpen();
  const kept = useKept(userId);
  useEffect(() => startSending({ client, userId }), [client, userId]);

  const stuck = kept.filter((each) => each.stuck).length;
  // What is being written in an open form is told there, as long as it can be sent.
  const waits = kept.filter(
    (each) => !each.stuck && each.gone !== each.at && (paused !== null || !isOpen(each)),
  );
  const waiting = waits.length;
  const state = paused ?? (sending !== null && waiting > 0 ? 'sending' : 'waiting');
  const shown = paused === 'offline' || waiting > 0 || stuck > 0;
  return (
    <div role="status" className={classes.place}>
      {shown && (
        <div className={classes.strip} data-tone={stuck > 0 ? 'bad' : 'warn'}>
          {paused === 'offline' && (
            <span>
              <strong>
                <span aria-hidden>⊘</span> {t('outbox.offline')}
              </strong>{' '}
              {waiting === 0 && t('outbox.goOn')}
            </span>
          )}
          {waiting > 0 && (
            <span>
              <span aria-hidden>{state === 'sending' ? '↑' : '●'}</span>{' '}
              {t(state === 'sending' ? 'outbox.sending' : 'outbox.waiting', { count: waiting })}
            </span>
          )}
          {waiting > 0 && paused === 'offline' && (
            <span>{t(sendsWhileClosed() ? 'outbox.goesAlone' : 'outbox.goesOpen')}</span>
          )}
          {waiting > 0 && paused === 'signIn' && (
            <Link to="/sign-in" search={{ next: href, expired: true }}>
              {t('outbox.signIn')}
            </Link>
          )}
          {stuck > 0 && (
            <Link to="/my-updates">
              <span aria-hidden>!</span> {t('outbox.stuck', { count: stuck })}
            </Link>
          )}
        </div>
      )}
    </div>
  );
}
