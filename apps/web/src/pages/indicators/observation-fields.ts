import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import type { RecordField } from '~/ui/RecordForm';
import { type RecordValues, writtenIn } from '~/ui/record-values';
import type { Indicator } from './queries';
import { STATES_OF_VALUES } from './words';

/** The fields of a value: whether there is one, the number as the indicator measures it, notes. */
export function useValueFields(indicator: Indicator): RecordField[] {
  const { t } = useTranslation();
  const shares = indicator.valueType === 'percent' || indicator.valueType === 'ratio';
  const number = (name: 'value' | 'numerator' | 'denominator'): RecordField => ({
    name,
    label: t(`indicator.field.${name}`),
    kind: 'number',
  });
  return [
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
  ];
}

/** What those fields say. What is no number goes as it is written, so that the API says what is wrong with it. */
export const valueIn = (
  values: RecordValues,
): Omit<Schemas['ObservationBody'], 'currency' | 'qualifier'> => ({
  valueState: STATES_OF_VALUES.find((word) => word === values['valueState']) ?? 'reported',
  value: writtenIn(values, 'value') as unknown as number | null,
  numerator: writtenIn(values, 'numerator') as unknown as number | null,
  denominator: writtenIn(values, 'denominator') as unknown as number | null,
  noteEn: writtenIn(values, 'noteEn'),
  noteEs: writtenIn(values, 'noteEs'),
});
