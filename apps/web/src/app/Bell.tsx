import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLive } from '~/live/live';
import { unreadQuery } from '~/pages/notifications/queries';
import { decorative } from '~/ui/decorative';
import classes from './Bell.module.css';
import { useMe } from './session';

const Shape = decorative(IconBell);

/** The way to the notifications, with how many are unread; what changes is heard of as long as it hangs. */
export function Bell() {
  const { t } = useTranslation();
  const { user, actingFor } = useMe();
  useLive(`${user.id} ${actingFor?.userId ?? ''}`);
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  return (
    <Link
      to="/notifications"
      className={classes.bell}
      aria-label={t('notifications.bell', { count: unread })}
    >
      <Shape size={22} />
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
