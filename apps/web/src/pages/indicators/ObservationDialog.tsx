import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import { useValueFields, valueIn } from './observation-fields';
import { type Indicator, type Observation, useCorrect } from './queries';

interface ObservationDialogProps {
  indicator: Indicator;
  observation: Observation;
  onClose: () => void;
}

/** Corrects one value of a series. */
export function ObservationDialog({ indicator, observation, onClose }: ObservationDialogProps) {
  const { t } = useTranslation();
  const correct = useCorrect(observation);
  const fields = useValueFields(indicator);
  const textOf = (value: number | string | null | undefined): string => String(value ?? '');
  return (
    <Dialog title={t('indicator.correct')} onClose={onClose} wide>
      <RecordForm
        fields={fields}
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
              ...valueIn(values),
              currency: observation.currency,
              qualifier: observation.qualifier,
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
