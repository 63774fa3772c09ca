import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { Sign } from '~/ui/Sign';
import classes from '~/ui/LinedList.module.css';
import { type OwnReminder, ownRemindersQuery } from './queries';
import { QuietForm } from './QuietForm';

/** What the person was reminded of and will be, and the days on which they want no reminders. */
export function MyRemindersPage() {
  const { t } = useTranslation();
  const query = useQuery(ownRemindersQuery);
  return (
    <>
      <PageTitle title={t('myReminders.title')} over={t('myReminders.over')} />
      <Loaded query={query}>
        {(own) => (
          <>
            <Panel title={t('myReminders.coming')}>
              <p className="soft">
                {t('myReminders.comingHint', { zone: own.timeZone.replaceAll('_', ' ') })}
              </p>
              <Reminders
                items={own.coming}
                none={t(own.stopped ? 'myReminders.isStopped' : 'myReminders.noneComing')}
                timeZone={own.timeZone}
              />
            </Panel>
            <Panel title={t('myReminders.settings')}>
              <QuietForm own={own} />
            </Panel>
            <Panel title={t('myReminders.sent')}>
              <Reminders items={own.sent} none={t('myReminders.noneSent')} timeZone={own.timeZone} />
            </Panel>
          </>
        )}
      </Loaded>
    </>
  );
}

function Reminders({ items, none, timeZone }: { items: OwnReminder[]; none: string; timeZone: string }) {
  const { t } = useTranslation();
  const { instant, list, text } = useLang();
  const cycleName = useCycleName();
  if (items.length === 0) return <EmptyState text={none} />;
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={`${item.cycleKey}.${item.kind}.${item.offsetDays}`}>
          <div className={classes.head}>
            <Sign tone="accent" shape="✉" text={t(`reminders.kind.${item.kind as 'update'}`)} />
            <strong>
              <time dateTime={item.at}>{instant(item.at, timeZone)}</time>
            </strong>
            <span className="soft">{cycleName(item.cycleKey)}</span>
          </div>
          <p>{text(item, 'why')}</p>
          {item.codes.length > 0 && <p className="soft">{list(item.codes)}</p>}
        </li>
      ))}
    </ul>
  );
}
