import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '~/api/client';
import { Callout } from '~/ui/Callout';
import { problemText } from '~/ui/ProblemAlert';
import { FrontPage } from './FrontPage';

const route = getRouteApi('/ask-link');

/** Asks for a link by mail, to sign in or to set a new password. The answer is the same for every address. */
export function AskLinkPage() {
  const { t } = useTranslation();
  const { purpose } = route.useSearch();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => post('/api/auth/links', { email, purpose }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <FrontPage title={t(`account.ask.${purpose}.title`)}>
      {ask.isSuccess ? (
        <Callout tone="info" role="status">
          {t(`account.ask.${purpose}.sent`, { email })}
        </Callout>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <p>{t(`account.ask.${purpose}.text`)}</p>
            {ask.isError && (
              <Callout tone="bad" role="alert">
                {problemText(t, ask.error)}
              </Callout>
            )}
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" loading={ask.isPending}>
              {t('account.ask.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <p>
        <Link to="/sign-in" search={{}}>
          {t('account.backToSignIn')}
        </Link>
      </p>
    </FrontPage>
  );
}
