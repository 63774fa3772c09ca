import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '~/ui/Callout';
import { problemText } from '~/ui/ProblemAlert';
import { signInWithPasskey } from './passkey';

/** Signs in, or shows the second factor, by passkey; nothing where the browser has none. */
export function PasskeyWay({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation();
  const passkey = useMutation({
    mutationFn: () => signInWithPasskey().then(onSignedIn),
    meta: { quiet: true },
  });
  if (!('PublicKeyCredential' in window)) return null;
  return (
    <>
      {passkey.isError && (
        <Callout tone="bad" role="alert">
          {passkey.error.name === 'NotAllowedError'
            ? t('signIn.passkeyCancelled')
            : problemText(t, passkey.error)}
        </Callout>
      )}
      <Button variant="default" loading={passkey.isPending} onClick={() => passkey.mutate()}>
        {t('signIn.passkey')}
      </Button>
    </>
  );
}
