import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Callout } from '~/ui/Callout';
import { problemText } from '~/ui/ProblemAlert';
import classes from './FrontPage.module.css';
import { PasskeyWay } from './PasskeyWay';

/** Ways in without a password: a passkey, a link by mail, the own government's sign-in. */
export function OtherWays({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const providers = useQuery({
    queryKey: ['sign-in-providers', lang],
    queryFn: () => body(api.GET('/api/auth/providers')),
    staleTime: Infinity,
    retry: false,
    meta: { quiet: true },
  }).data;
  const leave = useMutation({
    mutationFn: async (provider: string) => {
      const { url } = await body(api.POST('/api/auth/sign-in/provider', { body: { provider } }));
      window.location.assign(url);
    },
  });
  return (
    <div className={classes.ways}>
      {leave.isError && (
        <Callout tone="bad" role="alert">
          {problemText(t, leave.error)}
        </Callout>
      )}
      {providers?.map(({ id, name, stateCode }) => (
        <Button key={id} variant="default" loading={leave.isPending} onClick={() => leave.mutate(id)}>
          {t('signIn.provider', { name, state: stateCode })}
        </Button>
      ))}
      <PasskeyWay onSignedIn={onSignedIn} />
      <Link to="/ask-link" search={{ purpose: 'sign_in' }}>
        {t('signIn.byLink')}
      </Link>
      <Link to="/ask-link" search={{ purpose: 'password_reset' }}>
        {t('signIn.forgotten')}
      </Link>
    </div>
  );
}
