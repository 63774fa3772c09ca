import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import { type User, useChange } from './queries';

/** Makes a person a pseudonym for good; their address is typed first. */
export function EraseDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const erase = useChange((written: { email: string; reason: string | null }) =>
    body(api.POST('/api/users/{id}/erase', { params: { path: { id: user.id } }, body: written })),
  );
  const done = () => {
    notify(t('users.erase.done'));
    onClose();
  };
  return (
    <Dialog title={t('users.erase.title', { name: user.name })} onClose={onClose}>
      <p style={{ marginTop: 0 }}>{t('users.erase.text')}</p>
      <RecordForm
        fields={[
          {
            name: 'email',
            label: t('users.erase.email', { email: user.email }),
            kind: 'line',
            required: true,
          },
          { name: 'reason', label: t('users.erase.reason'), hint: t('users.erase.reasonHint'), kind: 'line' },
        ]}
        values={{}}
        submit={t('users.erase.submit')}
        busy={erase.isPending}
        error={erase.error}
        onCancel={onClose}
        onSubmit={({ email, reason }) =>
          erase.mutate({ email: email ?? '', reason: reason?.trim() || null }, { onSuccess: done })
        }
      />
    </Dialog>
  );
}
