import { Button } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  IconPeople,
  IconAlarm,
  IconChart,
  IconBriefcase,
  IconCheck,
  IconCoins,
  IconCycle,
  IconFlag,
  IconGrid,
  IconHand,
  IconMail,
  IconMap,
  IconPencil,
  IconReport,
  IconTalk,
  IconTeam,
} from '~/ui/place-icons';
import { keptBy } from '~/outbox/kept-drafts';
import { moreTexts } from '~/i18n';
import { toursOf } from '~/tour/demo';
import { keepTour } from '~/tour/progress';
import { roleLine } from './role-line';
import classes from './Navigation.module.css';
import { type Me, may, useMe, useSignOut } from './session';
import { whenQuiet } from './when-quiet';

/** Whether the person may bring rows of some kind from a file. */
const mayImport = (me: Me): boolean =>
  (
    [
      'state.manage',
      'pledge.write',
      'project.write',
      'quantification.write',
      'team.work',
      'partner.write',
      'indicator.manage',
      'regional.write',
      'mechanism.write',
      'good_practice.write',
      'story.write',
    ] as const
  ).some((permission) => may(me, permission));

/** The places of the application by what they are for, and who has a use for each. */
const GROUPS = [
  {
    key: 'work',
    places: [
      { to: '/my-updates', key: 'myUpdates', Icon: IconPencil, seen: (me: Me) => may(me, 'update.write') },
      { to: '/review', key: 'review', Icon: IconCheck, seen: (me: Me) => may(me, 'update.review') },
      { to: '/region', key: 'region', Icon: IconGrid, seen: (me: Me) => may(me, 'rollup.read') },
      { to: '/late', key: 'late', Icon: IconAlarm, seen: (me: Me) => may(me, 'reminder.read') },
      { to: '/states', key: 'states', Icon: IconFlag, seen: (me: Me) => may(me, 'state.read') },
      { to: '/cycles', key: 'cycles', Icon: IconCycle, seen: (me: Me) => may(me, 'cycle.read') },
      { to: '/reports', key: 'reports', Icon: IconReport, seen: (me: Me) => may(me, 'report.read') },
    ],
  },
  {
    key: 'framework',
    places: [
      {
        to: '/regional-plan',
        key: 'regionalPlan',
        Icon: IconMap,
        seen: (me: Me) => may(me, 'regional.read'),
      },
      { to: '/teams', key: 'teams', Icon: IconTeam, seen: (me: Me) => may(me, 'team.read') },
      { to: '/indicators', key: 'indicators', Icon: IconChart, seen: (me: Me) => may(me, 'indicator.read') },
      { to: '/pledges', key: 'pledges', Icon: IconHand, seen: (me: Me) => may(me, 'pledge.read') },
      { to: '/projects', key: 'projects', Icon: IconBriefcase, seen: (me: Me) => may(me, 'project.read') },
      {
        to: '/quantification',
        key: 'quantification',
        Icon: IconCoins,
        seen: (me: Me) => may(me, 'quantification.read'),
      },
      { to: '/mechanisms', key: 'mechanisms', Icon: IconPeople, seen: (me: Me) => may(me, 'mechanism.read') },
      { to: '/alliances', key: 'alliances', Icon: IconTalk, seen: (me: Me) => may(me, 'alliance.read') },
      { to: '/partners', key: 'partners', Icon: IconChart, seen: (me: Me) => may(me, 'partner.read') },
      { to: '/stories', key: 'stories', Icon: IconReport, seen: (me: Me) => may(me, 'story.read') },
      { to: '/imports', key: 'imports', Icon: IconGrid, seen: mayImport },
    ],
  },
  {
    key: 'operation',
    places: [
      { to: '/reminders', key: 'reminders', Icon: IconMail, seen: (me: Me) => may(me, 'reminder.read') },
      {
        to: '/users',
        key: 'users',
        Icon: IconPeople,
        seen: (me: Me) => may(me, 'user.invite'),
      },
      {
        to: '/mail-outbox',
        key: 'mailOutbox',
        Icon: IconMail,
        seen: (me: Me) => may(me, 'mail_outbox.read'),
      },
      { to: '/audit', key: 'audit', Icon: IconReport, seen: (me: Me) => may(me, 'audit.read') },
    ],
  },
] as const;

const LeaveDialog = lazy(async () => {
  const [module] = await Promise.all([import('./LeaveDialog'), moreTexts()]);
  return { default: module.LeaveDialog };
});

/** Fetches the code of the places behind the menu while nothing else happens, so that they open at once. */
function useReadyPlaces(me: Me): void {
  const router = useRouter();
  useEffect(() => {
    // On a phone the menu is closed at first, and every byte may cost.
    if (!window.matchMedia('(min-width: 62em)').matches) return;
    void whenQuiet().then(async () => {
      for (const { places } of GROUPS)
        for (const { to, seen } of places) if (seen(me)) await router.loadRouteChunk(router.routesByPath[to]);
    });
  }, [me, router]);
}

/** Links to the places of this person, and who is signed in. */
export function Navigation() {
  const { t } = useTranslation();
  const me = useMe();
  const signOut = useSignOut();
  const [leaving, setLeaving] = useState(false);
  useReadyPlaces(me);
  const unsent = () => keptBy(me.user.id).length > 0;
  return (
    <nav className={classes.nav} aria-label={t('shell.navigation')}>
      {GROUPS.map((group) => {
        const places = group.places.filter((place) => place.seen(me));
        if (places.length === 0) return null;
        return (
          <div key={group.key}>
            <h2 className={classes.group}>{t(`nav.groups.${group.key}`)}</h2>
            <ul className={classes.list}>
              {places.map(({ to, key, Icon }) => (
                <li key={to}>
                  <Link to={to} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
                    <Icon />
                    {t(`nav.${key}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <div className={classes.person}>
        <strong>{me.user.name}</strong>
        <span className={classes.roles}>{roleLine(t, me)}</span>
        <Link to="/account" className={classes.account}>
          {t('shell.account')}
        </Link>
        <Link to="/glossary" className={classes.account}>
          {t('nav.glossary')}
        </Link>
        {toursOf(me).map((role) => (
          <button
            key={role}
            type="button"
            className={classes.tour}
            onClick={() => keepTour(me.user.id, { role, step: 0, state: 'running' })}
          >
            {t('tour.again', { role: t(`role.${role}`) })}
          </button>
        ))}
        <Button variant="default" size="xs" onClick={() => (unsent() ? setLeaving(true) : void signOut())}>
          {t('shell.signOut')}
        </Button>
        <Suspense>{leaving && <LeaveDialog onClose={() => setLeaving(false)} />}</Suspense>
      </div>
    </nav>
  );
}
