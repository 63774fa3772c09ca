import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Navigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meKey, meQuery, useSignOut } from '~/app/session';
import { PasskeyAdding } from '~/pages/account/PasskeyAdding';
import { Proof } from '~/pages/account/Proof';
import { TotpSetup } from '~/pages/account/TotpSetup';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { FrontPage } from './FrontPage';
import { VerifyForm } from './VerifyForm';

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
        <VerifyForm onDone={goOn} />
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
