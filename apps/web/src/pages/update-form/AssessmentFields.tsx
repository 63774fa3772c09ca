import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { Term } from '~/glossary/Term';
import { Choice } from '~/ui/Choice';
import { Tick } from '~/ui/Tick';
import { OUTLOOKS, STAGES } from '~/ui/vocabulary';
import classes from './fields.module.css';
import type { Draft } from './draft';
import { MilestoneFields } from './MilestoneFields';
import { useProblem } from './problems';

interface AssessmentFieldsProps {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  milestones: Schemas['MilestoneDto'][];
}

const SHAPES = { on_track: '✓', at_risk: '!', off_track: '✕', not_assessed: '–' } as const;

/** Stage, outlook and how much is done. Setting a field takes its illustrative mark away: now somebody states it. */
export function AssessmentFields({ draft, change, milestones }: AssessmentFieldsProps) {
  const { t } = useTranslation();
  const problem = useProblem();
  const stated = (field: Draft['illustrative'][number]) =>
    draft.illustrative.filter((each) => each !== field);
  const marked = (field: Draft['illustrative'][number]) =>
    draft.illustrative.includes(field) ? t('illustrative.why') : undefined;
  return (
    <div className={classes.stack}>
      <Choice
        name="stage"
        legend={<Term of="stage">{t('field.stage')}</Term>}
        description={marked('stage')}
        options={STAGES.map((value) => ({ value, label: t(`word.stage.${value}`) }))}
        value={draft.stage}
        error={problem('stage')}
        onChange={(stage) => change({ stage, illustrative: stated('stage') })}
      />
      <Choice
        name="outlook"
        legend={<Term of="outlook">{t('field.outlook')}</Term>}
        description={marked('outlook') ?? t('form.outlookHint')}
        options={OUTLOOKS.map((value) => ({
          value,
          label: t(`word.outlook.${value}`),
          shape: SHAPES[value],
        }))}
        value={draft.outlook}
        error={problem('outlook')}
        onChange={(outlook) => change({ outlook, illustrative: stated('outlook') })}
      />
      {milestones.length > 0 && (
        <Tick
          label={t('form.byMilestones')}
          checked={draft.byMilestones}
          onChange={(byMilestones) => change({ byMilestones, illustrative: stated('percent') })}
        />
      )}
      {draft.byMilestones && milestones.length > 0 ? (
        <MilestoneFields
          milestones={milestones}
          said={draft.milestones}
          error={problem('percentSource') ?? problem('percent')}
          onChange={(said) => change({ milestones: said, illustrative: stated('percent') })}
        />
      ) : (
        <TextInput
          label={<Term of="percent">{t('field.percent')}</Term>}
          description={marked('percent') ?? t('form.percentHint')}
          inputMode="decimal"
          className={classes.short}
          rightSection="%"
          value={draft.percent}
          error={problem('percent') ?? problem('percentSource')}
          data-field="percent"
          onChange={(event) =>
            change({ percent: event.currentTarget.value, illustrative: stated('percent') })
          }
        />
      )}
    </div>
  );
}
