import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Cycle, statesQuery } from '~/api/reference';
import { endOfDay } from '~/i18n/local-day';
import { useLang } from '~/i18n/use-lang';
import { Facts, Panel } from '~/ui/Panel';
import classes from './CycleDates.module.css';

/** The days of a cycle, and at which instant each State's due day ends. */
export function CycleDates({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation();
  const { day, instant, list, text } = useLang();
  const states = useQuery(statesQuery).data ?? [];
  return (
    <Panel title={t('cycle.dates')}>
      <Facts
        rows={[
          [t('cycle.facts'), `${day(cycle.factsFrom)} – ${day(cycle.factsTo)}`, 'window'],
          [t('cycle.opensOn'), day(cycle.opensOn)],
          [t('cycle.dueOn'), day(cycle.dueOn)],
          [t('cycle.reviewByOn'), day(cycle.reviewByOn)],
          [t('cycle.cutoffOn'), day(cycle.cutoffOn)],
          [
            t('cycle.reminders'),
            t('cycle.reminderDays', {
              days: list(
                (cycle.reminderOffsets ?? []).map((offset) =>
                  offset > 0 ? `+${offset}` : `${offset}`.replace('-', '−'),
                ),
              ),
              hour: cycle.reminderHour ?? 9,
            }),
            'reminder',
          ],
        ]}
      />
      <h3 className={classes.title}>{t('cycle.localDue')}</h3>
      <ul className={classes.zones}>
        {states.map((state) => (
          <li key={state.code}>
            <span>{text(state, 'name')}</span>
            <span className={classes.zone}>
              {instant(endOfDay(cycle.dueOn, state.timeZone).toISOString(), state.timeZone)} (
              {state.timeZone.replaceAll('_', ' ')})
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
