import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPasskey } from '~/pages/sign-in/passkey';
import { Callout } from '~/ui/Callout';
import { problemText } from '~/ui/ProblemAlert';

/** Makes a passkey on this device. */
export function PasskeyAdding({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = useMutation({ mutationFn: () => addPasskey(name.trim()), onSuccess: onAdded });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  if (!('PublicKeyCredential' in window)) return <p>{t('account.passkeys.unable')}</p>;
  return (
    <form onSubmit={submit}>
      <Stack>
        {add.isError && (
          <Callout tone="bad" role="alert">
            {add.error.name === 'NotAllowedError' ? t('signIn.passkeyCancelled') : problemText(t, add.error)}
          </Callout>
        )}
        <TextInput
          label={t('account.passkeys.name')}
          description={t('account.passkeys.nameHint')}
          required
          withAsterisk={false}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('account.passkeys.add')}
        </Button>
      </Stack>
    </form>
  );
}
