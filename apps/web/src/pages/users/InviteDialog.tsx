import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import type { RecordLists, RecordValues } from '~/ui/record-values';
import { useChange } from './queries';
import { useRoleForm } from './role-form';

interface Written {
  values: RecordValues;
  lists: RecordLists;
}

interface InviteDialogProps {
  /** Where the person is to work, unless somebody chooses otherwise. */
  stateCode?: string;
  onClose: () => void;
}

/** Invites a person by mail, with one role or several. */
export function InviteDialog({ stateCode, onClose }: InviteDialogProps) {
  const { t } = useTranslation();
  const role = useRoleForm(stateCode);
  const invite = useChange(({ values, lists }: Written) =>
    body(
      api.POST('/api/invitations', {
        body: {
          name: values['name']?.trim() ?? '',
          email: values['email']?.trim() ?? '',
          lang: values['lang'] === 'en' ? 'en' : 'es',
          roles: (lists['roles'] ?? []).map(role.roleIn),
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
        ]}
        lists={[{ name: 'roles', label: t('users.role'), add: t('users.oneMore'), fields: role.fields }]}
        values={{}}
        rows={{ roles: [role.values] }}
        submit={t('users.inviteSubmit')}
        busy={invite.isPending}
        error={invite.error}
        onCancel={onClose}
        onSubmit={(values, _seen, lists) =>
          invite.mutate(
            { values, lists },
            {
              onSuccess: () => {
                notify(t('users.invited', { email: values['email'] }));
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
