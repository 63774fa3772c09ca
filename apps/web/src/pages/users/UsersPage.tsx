import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { PageTitle } from '~/ui/PageTitle';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';
import { People } from './People';

/** Who has a part here, and who was invited. A coordinator sees the invitations of the own State alone. */
export function UsersPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageTitle title={t('nav.users')}>
        {may(me, 'user.invite') && <Button onClick={() => setInviting(true)}>{t('users.invite')}</Button>}
      </PageTitle>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {may(me, 'user.invite') ? <Invitations /> : <p>{t('users.notForYou')}</p>}
      {may(me, 'user.manage') && <People />}
    </>
  );
}
