import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { forgetAll } from '~/app/session';
import { isProblem } from '~/api/problem';
import { NewPassword } from '~/pages/sign-in/NewPassword';
import { notify } from '~/ui/notice';
import { ProblemAlert } from '~/ui/ProblemAlert';

/** Changes the own password; all sessions end, so the person signs in with it at once. */
export function PasswordForm({ address }: { address: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () => body(api.PUT('/api/me/password', { body: { currentPassword, newPassword } })),
    onSuccess: async () => {
      notify(t('account.password.changed'));
      await forgetAll(client);
      await navigate({ to: '/sign-in', search: {} });
    },
  });
  const fields = isProblem(change.error) ? change.error.fields : [];
  const problem = (name: string) => fields.find(({ field }) => field === name)?.detail;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={420}>
        {change.isError && fields.length === 0 && <ProblemAlert error={change.error} />}
        <PasswordInput
          label={t('account.password.current')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          value={currentPassword}
          error={problem('currentPassword')}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword address={address} value={newPassword} error={problem('newPassword')} onChange={setNew} />
        <Button type="submit" loading={change.isPending}>
          {t('account.password.submit')}
        </Button>
      </Stack>
    </form>
  );
}
