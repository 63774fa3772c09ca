import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Tick } from '~/ui/Tick';
import classes from './fields.module.css';
import { milestonePercent } from './milestone-percent';

interface MilestoneFieldsProps {
  milestones: Schemas['MilestoneDto'][];
  /** Percent by milestone id, as typed. */
  said: Record<string, string>;
  error?: string;
  onChange: (said: Record<string, string>) => void;
}

/** Milestones to tick; one that is under way takes a percent instead. Their mean by weight is shown as it grows. */
export function MilestoneFields({ milestones, said, error, onChange }: MilestoneFieldsProps) {
  const { t } = useTranslation();
  const { text, percent } = useLang();
  const set = (id: string, typed: string) => onChange({ ...said, [id]: typed });
  const result = milestonePercent(milestones, said);
  return (
    <fieldset className={classes.plain} data-field="milestones">
      <legend className={classes.legend}>{t('commitment.milestones')}</legend>
      <ul className={classes.milestones}>
        {milestones.map((milestone) => (
          <li key={milestone.id}>
            <Tick
              label={text(milestone, 'title')}
              checked={said[milestone.id] === '100'}
              halfway={!['', '0', '100', undefined].includes(said[milestone.id])}
              onChange={(done) => set(milestone.id, done ? '100' : '0')}
            />
            <TextInput
              aria-label={`${t('field.percent')}: ${text(milestone, 'title')}`}
              inputMode="decimal"
              size="xs"
              className={classes.tiny}
              rightSection="%"
              value={said[milestone.id] ?? ''}
              placeholder="–"
              onChange={(event) => set(milestone.id, event.currentTarget.value)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className={error ? classes.error : 'soft'}>
        {error ??
          (result.percent === null
            ? t('form.milestonesOpen', { said: result.said, of: milestones.length })
            : t('form.milestonesGive', { percent: percent(result.percent, 2) }))}
      </p>
    </fieldset>
  );
}
