import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import { Tick } from '~/ui/Tick';
import classes from './QuietForm.module.css';
import { type OwnReminders, type Settings, settingsOf, useSaveSettings } from './queries';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The days without reminders and the language, with one save that can be undone. */
export function QuietForm({ own }: { own: OwnReminders }) {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  /** What held before the last save; null when there is nothing to undo. */
  const [before, setBefore] = useState<Settings | null>(null);
  // Here, because the fields begin anew with what was stored.
  const save = useSaveSettings();
  const store = (input: Settings, seenVersion: number, undone = false) =>
    save.mutate(
      { input, seenVersion },
      {
        onSuccess: () => {
          setBefore(undone ? null : settingsOf(own));
          notify(t(undone ? 'myReminders.undone' : 'record.saved'));
        },
      },
    );
  const begin = () => {
    save.reset();
    setRound((rounds) => rounds + 1);
  };
  return (
    <Fields
      key={`${own.version} ${round}`}
      own={own}
      save={save}
      onStore={store}
      onReset={begin}
      onUndo={before ? () => store(before, own.version, true) : null}
    />
  );
}

interface FieldsProps {
  own: OwnReminders;
  save: { isPending: boolean; error: unknown };
  onStore: (input: Settings, seenVersion: number) => void;
  onReset: () => void;
  /** Null when there is nothing to undo. */
  onUndo: (() => void) | null;
}

function Fields({ own, save, onStore, onReset, onUndo }: FieldsProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState(own.quietWeekdays);
  const [stopped, setStopped] = useState(own.stopped);
  const problem = isProblem(save.error)
    ? save.error.fields.find(({ field }) => field === 'quietWeekdays')?.detail
    : undefined;
  return (
    <RecordForm
      fields={[
        {
          name: 'lang',
          label: t('account.lang'),
          hint: t('account.langHint'),
          kind: 'choice',
          options: [
            { value: 'es', label: 'Español' },
            { value: 'en', label: 'English' },
          ],
        },
      ]}
      values={{ lang: own.lang }}
      lists={[
        {
          name: 'quietRanges',
          label: t('myReminders.ranges'),
          add: t('myReminders.addRange'),
          fields: [
            { name: 'from', label: t('myReminders.from'), kind: 'day', required: true },
            { name: 'to', label: t('myReminders.to'), kind: 'day', required: true },
          ],
        },
      ]}
      rows={{ quietRanges: own.quietRanges.map(({ from, to }) => ({ from, to })) }}
      others={['quietWeekdays', 'stopped']}
      submit={t('record.save')}
      busy={save.isPending}
      error={save.error}
      onCancel={onReset}
      onStale={onReset}
      aside={
        onUndo && (
          <Button variant="default" onClick={onUndo}>
            {t('myReminders.undo')}
          </Button>
        )
      }
      onSubmit={({ lang }, seen, rows) =>
        onStore(
          {
            stopped,
            lang: lang === 'en' ? 'en' : 'es',
            quietWeekdays: days,
            quietRanges: (rows['quietRanges'] ?? []).map(({ from = '', to = '' }) => ({ from, to })),
          },
          seen ?? own.version,
        )
      }
    >
      <fieldset className={classes.days} data-field="quietWeekdays">
        <legend>{t('myReminders.weekdays')}</legend>
        <p className="soft">{t('myReminders.quietHint')}</p>
        {WEEKDAYS.map((day) => (
          <Tick
            key={day}
            label={t(`weekday.${day}`)}
            checked={days.includes(day)}
            onChange={(on) => setDays((held) => (on ? [...held, day] : held.filter((each) => each !== day)))}
          />
        ))}
        {problem && <p className={classes.problem}>{problem}</p>}
      </fieldset>
      <Tick label={t('myReminders.stop')} checked={stopped} onChange={setStopped} />
    </RecordForm>
  );
}
