import { ActionIcon } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moreTexts } from '~/i18n';
import { Notices } from '~/ui/Notices';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { IconClose, IconMenu } from '~/ui/icons';
import { TourInvite } from '~/tour/TourInvite';
import { useTour } from '~/tour/progress';
import { ActingBanner } from './ActingBanner';
import { homeOf } from './home';
import { LanguageSwitch } from './LanguageSwitch';
import classes from './Layout.module.css';
import { SchemeSwitch } from './SchemeSwitch';
import { may, useMe } from './session';
import { whenQuiet } from './when-quiet';

/** A part that comes behind the first page, with its texts; at once where something is to be told that would move the page. */
const later = <Props,>(load: () => Promise<ComponentType<Props>>, atOnce = () => false) =>
  lazy(async () => {
    if (!atOnce()) await whenQuiet();
    const [part] = await Promise.all([load(), moreTexts()]);
    return { default: part };
  });

const OfflineCare = later(
  async () => (await import('~/offline/OfflineCare')).OfflineCare,
  () => !navigator.onLine,
);
const SignInAgain = later(async () => (await import('./SignInAgain')).SignInAgain);
const Bell = later(async () => (await import('./Bell')).Bell);
const SearchLink = later(async () => (await import('./SearchLink')).SearchLink);

const Tour = lazy(async () => {
  const [module] = await Promise.all([import('~/tour/Tour'), moreTexts()]);
  return { default: module.Tour };
});

/** Beside the page, or behind a button; the page does not wait for it. */
const Navigation = lazy(async () => ({ default: (await import('./Navigation')).Navigation }));

/** Header, navigation and the page; on a phone the navigation opens below the header. */
export function Layout() {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // What is asked for by itself now and then is nobody's waiting.
  const busy = useIsFetching({ predicate: ({ meta }) => meta?.['quiet'] !== true }) > 0;
  const me = useMe();
  const tour = useTour(me.user.id);
  const writes = may(me, 'update.write');
  // Opened on one page, the menu is closed on the next.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const open = openedOn === path;

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t('shell.skip')}
      </a>
      <header className={classes.header}>
        <ActionIcon
          className={classes.burger}
          variant="subtle"
          size="xl"
          aria-expanded={open}
          aria-controls="navigation"
          aria-label={t(open ? 'shell.closeMenu' : 'shell.openMenu')}
          onClick={() => setOpenedOn(open ? null : path)}
        >
          {open ? <IconClose /> : <IconMenu />}
        </ActionIcon>
        <Link to="/" className={classes.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>MIRPS</span>
        </Link>
        <span className={classes.grow} />
        <span className={classes.find}>
          <Suspense>
            <SearchLink />
          </Suspense>
        </span>
        <span className={classes.bell}>
          <Suspense>
            <Bell />
          </Suspense>
        </span>
        <LanguageSwitch />
        <SchemeSwitch />
        <span className={classes.busy} data-busy={busy || undefined} aria-hidden />
      </header>
      <Suspense>{writes && <OfflineCare userId={me.user.id} />}</Suspense>
      <div className={classes.body}>
        <div id="navigation" className={classes.side} data-open={open || undefined}>
          <Suspense>
            <Navigation />
          </Suspense>
        </div>
        <main id="main" tabIndex={-1} className={classes.main}>
          <ActingBanner />
          {path === homeOf(me) && <TourInvite />}
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense>
        <SignInAgain />
      </Suspense>
      <Suspense>{tour?.state === 'running' && <Tour key={tour.role} progress={tour} />}</Suspense>
      <Notices />
    </div>
  );
}
