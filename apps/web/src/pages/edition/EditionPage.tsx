import { getRouteApi } from '@tanstack/react-router';
import { LanguageSwitch } from '~/app/LanguageSwitch';
import classes from './EditionPage.module.css';
import { PublishedEdition } from './PublishedEdition';

const route = getRouteApi('/reports/$cycle/$number');

/** An edition at its permanent address, for those who are signed in and for those who read it before it is published. */
export function EditionPage() {
  const { cycle, number } = route.useParams();
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <a href="/" className={classes.brand}>
          MIRPS
        </a>
        <LanguageSwitch />
      </header>
      <main id="main">
        <PublishedEdition cycle={cycle} number={Number(number)} />
      </main>
    </div>
  );
}
