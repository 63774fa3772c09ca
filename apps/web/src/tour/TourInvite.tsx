import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { toursOf } from './demo';
import { keepTour, useTour } from './progress';
import classes from './TourInvite.module.css';

/** Offers the tour on a person's first page, until it is taken or declined. */
export function TourInvite() {
  const { t } = useTranslation();
  const me = useMe();
  const tour = useTour(me.user.id);
  const [role] = toursOf(me);
  const declined = tour?.state === 'left' && tour.step === 0;
  if (!role || declined || tour?.state === 'running' || tour?.state === 'done') return null;
  const keep = (state: 'running' | 'left') => keepTour(me.user.id, { ...(tour ?? { role, step: 0 }), state });
  return (
    <aside className={classes.invite}>
      <span>{t('tour.invite')}</span>
      <Button size="compact-sm" onClick={() => keep('running')}>
        {t(tour ? 'tour.resume' : 'tour.start')}
      </Button>
      {!tour && (
        <Button size="compact-sm" variant="subtle" onClick={() => keep('left')}>
          {t('tour.notNow')}
        </Button>
      )}
    </aside>
  );
}
