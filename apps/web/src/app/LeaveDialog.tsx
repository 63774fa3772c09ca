import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { forgetAllOf, keptTexts, useKept } from '~/outbox/kept-drafts';
import { Dialog } from '~/ui/Dialog';
import { useMe, useSignOut } from './session';

/** Signing out leaves nothing on the device: asks before it removes what is not sent. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const signOut = useSignOut();
  const kept = useKept(me.user.id);
  const leave = () => {
    forgetAllOf(me.user.id);
    void import('~/outbox/kept-files').then(({ forgetFilesBut }) => forgetFilesBut(keptTexts()));
    void signOut();
  };
  return (
    <Dialog title={t('leave.title')} onClose={onClose}>
      <p>{t('leave.text', { count: kept.length })}</p>
      <p>
        <strong>{kept.map(({ code }) => code).join(', ')}</strong>
      </p>
      <Group justify="flex-end">
        <Button variant="default" color="red" onClick={leave}>
          {t('leave.remove')}
        </Button>
        <Button onClick={onClose}>{t('leave.stay')}</Button>
      </Group>
    </Dialog>
  );
}
