import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { codeProblem } from '~/pages/account/code-problem';
import { Callout } from '~/ui/Callout';
import { problemText } from '~/ui/ProblemAlert';
import { PasskeyWay } from './PasskeyWay';

/** Asks for the second factor that the person has. */
export function VerifyForm({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const show = useMutation({
    mutationFn: async () => {
      await body(api.POST('/api/auth/second-factor', { body: { code } }));
      await onDone();
    },
    meta: { quiet: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{t('account.verify.text')}</p>
        {show.isError && (
          <Callout tone="bad" role="alert">
            {codeProblem(t, show.error) ?? problemText(t, show.error)}
          </Callout>
        )}
        <TextInput
          label={t('account.code')}
          description={t('account.verify.hint')}
          autoComplete="one-time-code"
          inputMode="text"
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={show.isPending}>
          {t('account.verify.submit')}
        </Button>
        <PasskeyWay onSignedIn={onDone} />
      </Stack>
    </form>
  );
}
