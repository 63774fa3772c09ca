import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { SchemeSwitch } from '~/app/SchemeSwitch';
import { LANGUAGE_NAMES, LANGUAGES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { Notices } from '~/ui/Notices';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { inLanguage, withinApplication } from './address';
import classes from './SiteLayout.module.css';

const PLACES = [
  { to: '/region', key: 'nav.region' },
  { to: '/pledges', key: 'nav.pledges' },
  { to: '/indicators', key: 'nav.indicators' },
  { to: '/stories', key: 'nav.stories' },
  { to: '/reports', key: 'nav.reports' },
] as const;

/** Header, places and the page, for visitors. */
export function SiteLayout() {
  const { t } = useTranslation();
  const { lang } = useLang();
  const here = useRouterState({ select: ({ location }) => location.publicHref });
  const address = new URL(here, location.origin);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t('shell.skip')}
      </a>
      <header className={classes.header}>
        <Link to="/region" className={classes.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>MIRPS</span>
        </Link>
        <nav className={classes.places} aria-label={t('shell.navigation')}>
          <ul>
            {PLACES.map(({ to, key }) => (
              <li key={to}>
                <Link to={to} activeProps={{ 'aria-current': 'page' }}>
                  {t(key)}
                </Link>
              </li>
            ))}
            <li>
              <Link to={DATA} activeProps={{ 'aria-current': 'page' }}>
                {t('site.data')}
              </Link>
            </li>
            <li>
              <Link to="/search" activeProps={{ 'aria-current': 'page' }}>
                {t('search.title')}
              </Link>
            </li>
          </ul>
        </nav>
        <div className={classes.tools}>
          {LANGUAGES.filter((each) => each !== lang).map((other) => (
            <a key={other} href={inLanguage(other, address)} hrefLang={other} lang={other}>
              {LANGUAGE_NAMES[other]}
            </a>
          ))}
          <SchemeSwitch />
          <a href={`/sign-in?next=${encodeURIComponent(withinApplication(address))}`}>{t('site.signIn')}</a>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={classes.footer}>
        <p>{t('site.footer')}</p>
        <Link to="/glossary">{t('nav.glossary')}</Link>
        <Link to={DATA}>{t('site.dataAndTerms')}</Link>
        <Link to="/verify">{t('site.verify')}</Link>
      </footer>
      <Notices />
    </div>
  );
}

/** A place of the site alone, which the application's own routes do not know. */
const DATA = '/data' as '/region';
