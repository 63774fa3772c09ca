import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useMe } from '~/app/session';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { RecordForm } from '~/ui/RecordForm';
import { Delegations } from './Delegations';
import { OwnData } from './OwnData';
import { OwnPerson } from './OwnPerson';
import { OwnSessions } from './OwnSessions';
import { Proof } from './Proof';
import { PasswordForm } from './PasswordForm';
import { Tokens } from './Tokens';
import { SecondFactors } from './SecondFactors';

/** A person's own account: address, password, second factors, and where they are signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <PageTitle title={t('shell.account')} over={me.user.name} />
      <OwnPerson />
      <Panel title={t('account.email.title')}>
        <EmailForm />
      </Panel>
      <Panel title={t('account.password.title')}>
        <PasswordForm address={me.user.email} />
      </Panel>
      <SecondFactors />
      <OwnSessions />
      <Delegations />
      <Tokens />
      <OwnData />
      <Proof />
    </>
  );
}

function EmailForm() {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const ask = useMutation({
    mutationFn: (email: string) => body(api.POST('/api/me/email', { body: { email } })),
    onSuccess: () => {
      notify(t('account.email.asked'));
      setRound((before) => before + 1);
    },
  });
  const again = () => {
    ask.reset();
    setRound((before) => before + 1);
  };
  return (
    <RecordForm
      key={round}
      fields={[
        {
          name: 'email',
          label: t('account.email.next'),
          hint: t('account.email.hint'),
          kind: 'line',
          required: true,
        },
      ]}
      values={{}}
      submit={t('account.email.submit')}
      busy={ask.isPending}
      error={ask.error}
      onCancel={again}
      onSubmit={(values) => ask.mutate(values['email'] ?? '')}
    />
  );
}
