import { getRouteApi } from '@tanstack/react-router';
import { LanguageSwitch } from '~/app/LanguageSwitch';
import classes from './EditionPage.module.css';
import { OfCycle } from './OfCycle';

const route = getRouteApi('/reports/$cycle/$which');

/** An edition or a short paper at its permanent address, for those who are signed in and for those who read it before it is published. */
export function EditionPage() {
  const { cycle, which } = route.useParams();
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <a href="/" className={classes.brand}>
          MIRPS
        </a>
        <LanguageSwitch />
      </header>
      <main id="main">
        <OfCycle cycle={cycle} which={which} />
      </main>
    </div>
  );
}
