import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { COMPARED } from '../plans/plan-changes';
import type { TimelineEvent } from './queries';
import classes from './Timeline.module.css';

/** What a plan version made of a commitment. */
export function PlanWords({ event }: { event: TimelineEvent }) {
  const { t } = useTranslation();
  const { day, list } = useLang();
  const { planId, planVersion, planStep, changed } = event;
  const fields = COMPARED.filter((name) => changed?.includes(name)).map((name) =>
    t(`plan.fieldWord.${name}`),
  );
  return (
    <>
      <div className={classes.head}>
        <strong>{t(`event.plan.${planStep ?? 'kept'}`)}</strong>
        <Link to="/plans/$id" params={{ id: planId ?? '' }}>
          {t('plan.versionN', { n: planVersion })}
        </Link>
        <span className="soft">{event.day ? day(event.day) : t('event.noDay')}</span>
      </div>
      {fields.length > 0 && <p className="soft">{t('event.changed', { fields: list(fields) })}</p>}
    </>
  );
}
