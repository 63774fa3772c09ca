import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { Sign } from '~/ui/Sign';
import { Standing } from '~/ui/Standing';
import { ReviewSign } from '~/ui/Words';
import { DaysLeft } from './DaysLeft';
import classes from './DueCard.module.css';
import type { Due } from './queries';

interface DueCardProps {
  item: Due;
  /** Something was written on this device that the server does not have. */
  kept: boolean;
  onNoChange: () => void;
}

/** One update owed: how urgent, what was said last, and the two ways to answer. */
export function DueCard({ item, kept, onNoChange }: DueCardProps) {
  const { t } = useTranslation();
  const { text, day } = useLang();
  const names = useNames();
  const cycleName = useCycleName();
  const begun = item.reviewState !== null && item.reviewState !== undefined;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <DaysLeft days={item.daysLeft} />
        <span className="soft">{t('myUpdates.dueOn', { day: day(item.dueOn) })}</span>
        {item.reviewState && <ReviewSign word={item.reviewState} />}
        {kept && <Sign tone="warn" shape="●" text={t('form.keptHere')} />}
      </div>
      <h3 className={classes.title}>
        <span className={classes.code}>{item.code}</span> {text(item, 'title')}
      </h3>
      <p className={classes.place}>
        {names.area(item.areaKey)} · {names.state(item.stateCode)}
      </p>
      {item.returnReason && (
        <p className={classes.returned}>
          <strong>{t('myUpdates.returned')}</strong> {item.returnReason}
        </p>
      )}
      {item.last ? (
        <div className={classes.last}>
          <p className="soft">{t('myUpdates.lastTime', { cycle: cycleName(item.last.cycleKey) })}</p>
          <Standing update={item.last} />
          <div className={classes.narrative}>
            <BothText of={item.last} name="narrative" />
          </div>
        </div>
      ) : (
        <p className="soft">{t('myUpdates.firstTime')}</p>
      )}
      <div className={classes.buttons}>
        <Button
          renderRoot={(props) => (
            <Link
              {...props}
              to="/my-updates/$cycle/$commitment"
              params={{ cycle: item.cycleKey, commitment: item.commitmentId }}
            />
          )}
        >
          {t(begun || kept ? 'myUpdates.continue' : 'myUpdates.write')}
        </Button>
        {item.last && !begun && (
          <Button variant="default" onClick={onNoChange} aria-label={`${t('update.noChange')}: ${item.code}`}>
            {t('update.noChange')}
          </Button>
        )}
      </div>
    </li>
  );
}
