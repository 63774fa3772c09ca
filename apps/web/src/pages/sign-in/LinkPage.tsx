import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '~/api/client';
import { isProblem } from '~/api/problem';
import { forgetAll } from '~/app/session';
import { Callout } from '~/ui/Callout';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { problemText } from '~/ui/ProblemAlert';
import { FrontPage } from './FrontPage';
import { NewPassword } from './NewPassword';

type MailLink = Schemas['LinkDto'];

/** What a link from a mail is for; nothing happens before the person says so. */
export function LinkPage() {
  const { t } = useTranslation();
  const [token] = useState(() => window.location.hash.slice(1));
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => body(api.POST('/api/auth/links/look', { body: { token } })),
    retry: false,
    staleTime: Infinity,
    meta: { quiet: true },
  });
  if (link.data) return <LivingLink token={token} link={link.data} />;
  return (
    <FrontPage title={t('account.link.title')}>
      {link.isError ? (
        <>
          <Callout tone="bad" role="alert">
            {problemText(t, link.error)}
          </Callout>
          <BackToSignIn />
        </>
      ) : (
        <RowsSkeleton />
      )}
    </FrontPage>
  );
}

function LivingLink({ token, link }: { token: string; link: MailLink }) {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const setsPassword = link.purpose === 'invitation' || link.purpose === 'password_reset';
  const use = useMutation({
    mutationFn: () =>
      body(api.POST('/api/auth/links/use', { body: setsPassword ? { token, password } : { token } })),
    onSuccess: async ({ outcome }) => {
      if (outcome !== 'signed_in') return;
      await forgetAll(client);
      router.history.replace('/');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    use.mutate();
  };
  const refused = isProblem(use.error)
    ? use.error.fields.find(({ field }) => field === 'password')
    : undefined;
  const { address, name, newEmail } = link;
  if (use.data && use.data.outcome !== 'signed_in')
    return (
      <FrontPage title={t(`account.link.${link.purpose}.title`)}>
        <Callout tone="info" role="status">
          {t(`account.link.outcome.${use.data.outcome}`)}
        </Callout>
        <BackToSignIn />
      </FrontPage>
    );
  return (
    <FrontPage title={t(`account.link.${link.purpose}.title`)}>
      <form onSubmit={submit}>
        <Stack>
          <p>{t(`account.link.${link.purpose}.text`, { name, address, newEmail: newEmail ?? '' })}</p>
          {use.isError && refused === undefined && (
            <Callout tone="bad" role="alert">
              {problemText(t, use.error)}
            </Callout>
          )}
          {setsPassword && (
            <NewPassword address={address} value={password} error={refused?.detail} onChange={setPassword} />
          )}
          <Button type="submit" loading={use.isPending}>
            {t(`account.link.${link.purpose}.submit`)}
          </Button>
        </Stack>
      </form>
    </FrontPage>
  );
}

function BackToSignIn() {
  const { t } = useTranslation();
  return (
    <p>
      <Link to="/sign-in" search={{}}>
        {t('account.backToSignIn')}
      </Link>
    </p>
  );
}
