import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '~/ui/EmptyState';
import { PageTitle } from '~/ui/PageTitle';
import { withinApplication } from './address';

/** No public page at this address; there may be one for who signs in. */
export function NotPublic() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t('site.notPublic')} />
      <EmptyState text={t('site.notPublicText')}>
        <Link to="/region">{t('site.toRegion')}</Link>{' '}
        <a href={`/sign-in?next=${encodeURIComponent(withinApplication(location))}`}>{t('site.signIn')}</a>
      </EmptyState>
    </>
  );
}
