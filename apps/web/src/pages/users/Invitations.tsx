import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { roleLine } from '~/app/role-line';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from '../account/account.module.css';
import { type Invitation, invitationsQuery, useChange } from './queries';

/** Who was invited and has not come yet. @param stateCode only those for this State */
export function Invitations({ stateCode }: { stateCode?: string }) {
  const { t } = useTranslation();
  const invitations = useQuery(invitationsQuery);
  return (
    <Panel title={t('users.invitations')}>
      <Loaded query={invitations}>
        {(all) => {
          const list = all.filter(
            ({ roles }) => !stateCode || roles.some((role) => role.stateCode === stateCode),
          );
          if (list.length === 0) return <p className="soft">{t('users.noInvitations')}</p>;
          return (
            <ul className={classes.list}>
              {list.map((each) => (
                <OneInvitation key={each.userId} invitation={each} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function OneInvitation({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { userId, name, email, open, expiresAt, roles } = invitation;
  const params = { path: { userId } };
  const resend = useChange(() => body(api.POST('/api/invitations/{userId}/resend', { params })));
  const revoke = useChange(() => body(api.DELETE('/api/invitations/{userId}', { params })));
  const error = resend.error ?? revoke.error;
  return (
    <li className={classes.item}>
      <span>
        <strong>{name}</strong> {email}{' '}
        <span className="soft">
          {roleLine(t, { roles })} ·{' '}
          {t(open ? 'users.openUntil' : 'users.expired', { at: instant(expiresAt) })}
        </span>
      </span>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          loading={resend.isPending}
          aria-label={`${t('users.resend')}: ${name}`}
          onClick={() => resend.mutate(undefined, { onSuccess: () => notify(t('users.invited', { email })) })}
        >
          {t('users.resend')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={revoke.isPending}
          aria-label={`${t('users.revoke')}: ${name}`}
          onClick={() => revoke.mutate(undefined)}
        >
          {t('users.revoke')}
        </Button>
      </Group>
      {error !== null && <ProblemAlert error={error} />}
    </li>
  );
}
