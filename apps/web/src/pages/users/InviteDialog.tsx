import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import { useChange } from './queries';
import { roleIn, useRoleFields } from './role-form';

/** Invites a person by mail, with a role. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const roleFields = useRoleFields();
  const invite = useChange((values: Record<string, string>) =>
    body(
      api.POST('/api/invitations', {
        body: {
          name: values['name'] ?? '',
          email: values['email'] ?? '',
          lang: values['lang'] === 'en' ? 'en' : 'es',
          roles: [roleIn(values)],
        },
      }),
    ),
  );
  return (
    <Dialog title={t('users.invite')} onClose={onClose} wide>
      <p style={{ marginTop: 0 }}>{t('users.inviteText')}</p>
      <RecordForm
        fields={[
          { name: 'name', label: t('account.name'), kind: 'line', required: true },
          { name: 'email', label: t('signIn.email'), kind: 'line', required: true },
          {
            name: 'lang',
            label: t('account.lang'),
            kind: 'choice',
            options: [
              { value: 'es', label: 'Español' },
              { value: 'en', label: 'English' },
            ],
          },
          ...roleFields,
        ]}
        values={{}}
        submit={t('users.inviteSubmit')}
        busy={invite.isPending}
        error={invite.error}
        onCancel={onClose}
        onSubmit={(values) =>
          invite.mutate(values, {
            onSuccess: () => {
              notify(t('users.invited', { email: values['email'] }));
              onClose();
            },
          })
        }
      />
    </Dialog>
  );
}
