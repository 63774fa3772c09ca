import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Navigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { meKey, meQuery, useSignOut } from '~/app/session';
import { PasskeyAdding } from '~/pages/account/PasskeyAdding';
import { Proof } from '~/pages/account/Proof';
import { codeProblem, TotpSetup } from '~/pages/account/TotpSetup';
import { Callout } from '~/ui/Callout';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { problemText } from '~/ui/ProblemAlert';
import { FrontPage } from './FrontPage';
import { signInWithPasskey } from './passkey';

const route = getRouteApi('/second-factor');

/** The second step of a sign-in: a code, or, for a role that needs one, setting the second factor up. */
export function SecondFactorPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const me = useQuery(meQuery);
  const client = useQueryClient();
  const router = useRouter();
  const signOut = useSignOut();
  const [kept, setKept] = useState(false);
  const goOn = async () => {
    client.removeQueries({ queryKey: meKey });
    await client.fetchQuery(meQuery);
    router.history.replace(next ?? '/');
  };
  if (me.isError) return <Navigate to="/sign-in" search={next ? { next } : {}} />;
  if (!me.data) return <RowsSkeleton />;
  if (!me.data.step && !kept) return <Navigate to="/" />;
  const enrolling = me.data.step === 'enrol';
  return (
    <FrontPage title={t(enrolling ? 'account.enrol.title' : 'account.verify.title')}>
      {enrolling ? (
        <>
          <p>{t('account.enrol.text')}</p>
          <Proof />
          <h2>{t('account.totp.title')}</h2>
          <TotpSetup onConfirmed={() => setKept(true)} onDone={() => void goOn()} />
          {!kept && (
            <>
              <h2>{t('account.passkeys.title')}</h2>
              <PasskeyAdding onAdded={() => void goOn()} />
            </>
          )}
        </>
      ) : (
        <Verify onDone={goOn} />
      )}
      {!kept && (
        <p>
          <Button variant="subtle" size="compact-sm" onClick={() => void signOut()}>
            {t('shell.signOut')}
          </Button>
        </p>
      )}
    </FrontPage>
  );
}

function Verify({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const show = useMutation({
    mutationFn: async () => {
      await body(api.POST('/api/auth/second-factor', { body: { code } }));
      await onDone();
    },
  });
  const passkey = useMutation({ mutationFn: () => signInWithPasskey().then(onDone) });
  const error = show.error ?? passkey.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{t('account.verify.text')}</p>
        {error !== null && (
          <Callout tone="bad" role="alert">
            {error.name === 'NotAllowedError'
              ? t('signIn.passkeyCancelled')
              : (codeProblem(t, error) ?? problemText(t, error))}
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
        {'PublicKeyCredential' in window && (
          <Button variant="default" loading={passkey.isPending} onClick={() => passkey.mutate()}>
            {t('signIn.passkey')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
