import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { forget, type Kept } from '~/outbox/kept-drafts';
import { KeptSign } from '~/outbox/KeptSign';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { Standing } from '~/ui/Standing';
import { ReviewSign } from '~/ui/Words';
import { DaysLeft } from './DaysLeft';
import { dueTime } from './due-time';
import classes from './DueCard.module.css';
import type { Due } from './queries';

interface DueCardProps {
  item: Due;
  /** What was written on this device and the server does not have. */
  kept: Kept | undefined;
  onNoChange: () => void;
}

/** One update owed: how urgent, what was said last, and the two ways to answer. */
export function DueCard({ item, kept, onNoChange }: DueCardProps) {
  const { t } = useTranslation();
  const { text, day, instant } = useLang();
  const names = useNames();
  const cycleName = useCycleName();
  const { daysLeft, until, wholeDay } = dueTime(item.closesAt);
  const unchanged = kept?.draft === null;
  const begun = item.reviewState !== null && item.reviewState !== undefined;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <DaysLeft days={daysLeft} />
        <span className="soft">
          {wholeDay
            ? t('myUpdates.dueOn', { day: day(item.dueOn) })
            : t('myUpdates.dueAt', { at: instant(until) })}
        </span>
        {item.reviewState && <ReviewSign word={item.reviewState} />}
        {kept && <KeptSign kept={kept} />}
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
      {kept?.stuck?.why === 'refused' && (
        <p className={classes.returned}>
          {kept.stuck.detail || t('form.corrections', { count: kept.stuck.fields.length })}
          {kept.stuck.fields.map(({ field, detail }) => (
            <span key={field} className={classes.reason}>
              {detail}
            </span>
          ))}
        </p>
      )}
      {item.last ? (
        <div className={classes.last}>
          <p className="soft">{t('myUpdates.lastTime', { cycle: cycleName(item.last.cycleKey) })}</p>
          <Standing update={item.last} />
          <div className={classes.narrative}>
            <BothText of={item.last} name="narrative" narrative />
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
          {t(
            kept?.stuck?.why === 'conflict'
              ? 'form.compare'
              : begun || kept
                ? 'myUpdates.continue'
                : 'myUpdates.write',
          )}
        </Button>
        {unchanged && (
          <Button variant="default" onClick={() => forget(kept)}>
            {t('kept.takeBack')}
          </Button>
        )}
        {item.last && !begun && !kept && (
          <Button variant="default" onClick={onNoChange} aria-label={`${t('update.noChange')}: ${item.code}`}>
            {t('update.noChange')}
          </Button>
        )}
      </div>
    </li>
  );
}
