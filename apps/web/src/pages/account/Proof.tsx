import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { isProblem } from '~/api/problem';
import { sentAgain } from '~/api/sent-again';
import { provePasskey } from '~/pages/sign-in/passkey';
import { Callout } from '~/ui/Callout';
import { Dialog } from '~/ui/Dialog';
import { problemText } from '~/ui/ProblemAlert';

/** Told whether the person has shown who they are. */
type Waiting = (proven: boolean) => void;

/**
 * While it is on the page, what the API refuses until the person shows once more who they are is asked for and then sent again:
 * nobody has to type anything twice.
 */
export function Proof() {
  const [waiting, setWaiting] = useState<Waiting>();
  useEffect(() => {
    const again = sentAgain(wantsProof, () => new Promise((resolve) => setWaiting(() => resolve)));
    api.use(again);
    return () => api.eject(again);
  }, []);
  const end = (proven: boolean) => {
    waiting?.(proven);
    setWaiting(undefined);
  };
  return waiting ? <ProofDialog onEnd={end} /> : null;
}

async function wantsProof(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = (await response.clone().json()) as { code?: string };
  return problem.code === 'proof_required';
}

function ProofDialog({ onEnd }: { onEnd: Waiting }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const proven = { onSuccess: () => onEnd(true) };
  const prove = useMutation({
    mutationFn: () =>
      body(api.POST('/api/me/second-factor/proof', { body: code === '' ? { password } : { code } })),
    ...proven,
  });
  const passkey = useMutation({ mutationFn: provePasskey, ...proven });
  const error = passkey.error ?? prove.error;
  const fields = isProblem(error) ? error.fields : [];
  const problem = (name: string) => fields.find(({ field }) => field === name)?.detail;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate();
  };
  return (
    <Dialog title={t('account.proof.title')} onClose={() => onEnd(false)}>
      <form onSubmit={submit}>
        <Stack>
          <p>{t('account.proof.text')}</p>
          {error && !problem('password') && !problem('code') && (
            <Callout tone="bad" role="alert">
              {error.name === 'NotAllowedError'
                ? t('signIn.passkeyCancelled')
                : (problem('response') ?? problemText(t, error))}
            </Callout>
          )}
          <PasswordInput
            label={t('account.password.current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            value={password}
            error={problem('password')}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <TextInput
            label={t('account.proof.code')}
            autoComplete="one-time-code"
            value={code}
            error={problem('code')}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" loading={prove.isPending} disabled={password === '' && code === ''}>
            {t('account.proof.submit')}
          </Button>
          {'PublicKeyCredential' in window && (
            <Button variant="default" loading={passkey.isPending} onClick={() => passkey.mutate()}>
              {t('account.proof.passkey')}
            </Button>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}
