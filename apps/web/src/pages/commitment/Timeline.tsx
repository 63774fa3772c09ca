import { useTranslation } from 'react-i18next';
import { ChipFilter } from '~/ui/ChipFilter';
import { EmptyState } from '~/ui/EmptyState';
import { EVENT_GROUPS, type EventGroup } from './event-groups';
import { EventWords } from './EventWords';
import type { TimelineEvent } from './queries';
import classes from './Timeline.module.css';

const GROUP_OF: Record<TimelineEvent['kind'], EventGroup> = {
  draft: 'reports',
  submitted: 'reports',
  revised: 'reports',
  returned: 'returns',
  approved: 'approvals',
  milestones: 'milestones',
  explained: 'explanations',
  reopened: 'explanations',
  carried: 'carried',
  plan: 'plans',
};

interface TimelineProps {
  events: TimelineEvent[];
  chosen: EventGroup | undefined;
  onChoose: (group: EventGroup | undefined) => void;
}

/** Everything that happened to a commitment, the latest first, or what somebody looks for of it. */
export function Timeline({ events, chosen, onChoose }: TimelineProps) {
  const { t } = useTranslation();
  const groups = Map.groupBy(events, ({ kind }) => GROUP_OF[kind]);
  const items = EVENT_GROUPS.flatMap((value) => {
    const count = groups.get(value)?.length ?? 0;
    return count > 0 || value === chosen ? [{ value, label: t(`event.group.${value}`), count }] : [];
  });
  const shown = chosen ? (groups.get(chosen) ?? []) : events;
  return (
    <>
      {items.length > 1 && (
        <ChipFilter
          label={t('event.filter')}
          all={t('chips.all')}
          items={items}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
      {!events.some(({ updateId }) => updateId) && <EmptyState text={t('commitment.noUpdates')} />}
      <ol className={classes.line}>
        {shown.map((event, place) => (
          <li key={place} className={classes.point} data-kind={event.kind}>
            <EventWords event={event} />
          </li>
        ))}
      </ol>
    </>
  );
}
