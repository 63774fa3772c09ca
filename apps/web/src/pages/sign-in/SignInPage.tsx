import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { forgetAll, meQuery, signIn } from '~/app/session';
import { Callout } from '~/ui/Callout';
import { DemoPeople } from './DemoPeople';
import { FrontPage } from './FrontPage';
import { OtherWays } from './OtherWays';
import { PasswordForm, type Who } from './PasswordForm';

const route = getRouteApi('/sign-in');

/** Signs a person in and leads to the page that was asked for. */
export function SignInPage() {
  const { t } = useTranslation();
  const { next, expired, provider } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();

  const enter = async () => {
    await forgetAll(client); // what the person before read is not the next one's
    await client.fetchQuery(meQuery);
    router.history.replace(next ?? '/');
  };
  const entering = useMutation({
    mutationFn: async (who: Who) => {
      await signIn(who.email, who.password);
      await enter();
    },
  });

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
      <PasswordForm entering={entering} />
      <OtherWays onSignedIn={enter} />
    </FrontPage>
  );
}
