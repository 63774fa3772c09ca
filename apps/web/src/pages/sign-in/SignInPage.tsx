import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { forgetAll, meQuery, signIn } from '~/app/session';
import { Callout } from '~/ui/Callout';
import { problemText } from '~/ui/ProblemAlert';
import { DemoPeople } from './DemoPeople';
import { FrontPage } from './FrontPage';
import { OtherWays } from './OtherWays';

const route = getRouteApi('/sign-in');

/** Signs a person in and leads to the page that was asked for. */
export function SignInPage() {
  const { t } = useTranslation();
  const { next, expired, provider } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const failure = useRef<HTMLDivElement>(null);

  const enter = async () => {
    await forgetAll(client); // what the person before read is not the next one's
    await client.fetchQuery(meQuery);
    router.history.replace(next ?? '/');
  };
  const entering = useMutation({
    mutationFn: async (who: { email: string; password: string }) => {
      await signIn(who.email, who.password);
      await enter();
    },
  });
  useEffect(() => {
    if (entering.isError) failure.current?.focus();
  }, [entering.isError, entering.submittedAt]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate({ email, password });
  };
  const wrong = isProblem(entering.error) && entering.error.status === 401;

  return (
    <FrontPage
      title={t('signIn.title')}
      beside={<DemoPeople busy={entering.isPending} onChoose={(who) => entering.mutate(who)} />}
    >
      {expired === true && !entering.isError && (
        <Callout tone="warn" role="status">
          {t('signIn.expired')}
        </Callout>
      )}
      {provider === 'refused' && !entering.isError && (
        <Callout tone="bad" role="alert">
          {t('signIn.providerRefused')}
        </Callout>
      )}
      <form onSubmit={submit}>
        <Stack>
          {entering.isError && (
            <Callout tone="bad" role="alert" ref={failure}>
              {wrong ? t('signIn.wrong') : problemText(t, entering.error)}
            </Callout>
          )}
          <TextInput
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={entering.isPending}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
      <OtherWays onSignedIn={enter} />
    </FrontPage>
  );
}
