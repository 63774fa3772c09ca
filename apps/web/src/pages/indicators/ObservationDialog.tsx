import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm, writtenIn } from '~/ui/RecordForm';
import { type Indicator, type Observation, useCorrect } from './queries';
import { STATES_OF_VALUES } from './words';

interface ObservationDialogProps {
  indicator: Indicator;
  observation: Observation;
  onClose: () => void;
}

/** Corrects one value of a series. */
export function ObservationDialog({ indicator, observation, onClose }: ObservationDialogProps) {
  const { t } = useTranslation();
  const correct = useCorrect(observation);
  const shares = indicator.valueType === 'percent' || indicator.valueType === 'ratio';
  const number = (name: 'value' | 'numerator' | 'denominator') => ({
    name,
    label: t(`indicator.field.${name}`),
    kind: 'number' as const,
  });
  const textOf = (value: number | string | null | undefined): string => String(value ?? '');
  return (
    <Dialog title={t('indicator.correct')} onClose={onClose} wide>
      <RecordForm
        fields={[
          {
            name: 'valueState',
            label: t('indicator.field.valueState'),
            kind: 'choice',
            options: STATES_OF_VALUES.map((value) => ({ value, label: t(`indicator.valueState.${value}`) })),
          },
          { ...number('value'), ...(indicator.scale ? { hint: t('indicator.stepHint') } : {}) },
          ...(shares ? [number('numerator'), number('denominator')] : []),
          { name: 'noteEn', label: t('indicator.field.noteEn'), kind: 'text' },
          { name: 'noteEs', label: t('indicator.field.noteEs'), kind: 'text' },
        ]}
        values={{
          valueState: observation.valueState,
          value: textOf(observation.value),
          numerator: textOf(observation.numerator),
          denominator: textOf(observation.denominator),
          noteEn: textOf(observation.noteEn),
          noteEs: textOf(observation.noteEs),
        }}
        submit={t('indicator.save')}
        busy={correct.isPending}
        error={correct.error}
        onCancel={onClose}
        onSubmit={(values) =>
          correct.mutate(
            {
              valueState: values['valueState'] as Observation['valueState'],
              // What is no number goes as it is written, so that the API says what is wrong with it.
              value: writtenIn(values, 'value') as unknown as number | null,
              numerator: writtenIn(values, 'numerator') as unknown as number | null,
              denominator: writtenIn(values, 'denominator') as unknown as number | null,
              currency: observation.currency,
              qualifier: observation.qualifier,
              noteEn: writtenIn(values, 'noteEn'),
              noteEs: writtenIn(values, 'noteEs'),
            },
            {
              onSuccess: () => {
                notify(t('indicator.saved'));
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
