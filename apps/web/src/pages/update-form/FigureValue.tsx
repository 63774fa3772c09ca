import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FigureDraft } from './draft';
import { useProblem } from './problems';

interface FigurePartProps {
  figure: FigureDraft;
  path: string;
  known: boolean;
  set: (patch: Partial<FigureDraft>) => void;
}

const SHOWS_UNIT = ['count', 'duration', 'frequency', 'percent', 'ratio'];

/** The value itself, asked for as its type needs: a number, two numbers, yes or no, a level, an amount with its currency. */
export function FigureValue({ figure, path, known, set }: FigurePartProps) {
  const { t } = useTranslation();
  const problem = useProblem();
  const typed = (name: 'value' | 'numerator' | 'denominator', label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      value={figure[name]}
      error={problem(`${path}.${name}`)}
      data-field={`${path}.${name}`}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const written = (name: 'unitEn' | 'unitEs' | 'currency', label: string, placeholder?: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={figure[name] ?? ''}
      error={problem(`${path}.${name}`)}
      data-field={`${path}.${name}`}
      onChange={(event) =>
        set({
          [name]: name === 'currency' ? event.currentTarget.value.toUpperCase() : event.currentTarget.value,
        })
      }
    />
  );
  const isRatio = figure.valueType === 'ratio';
  return (
    <>
      {known && isRatio && typed('numerator', t('figureForm.numerator'))}
      {known && isRatio && typed('denominator', t('figureForm.denominator'))}
      {known && figure.valueType === 'yes_no' && (
        <NativeSelect
          label={t('figureForm.value')}
          value={figure.value}
          error={problem(`${path}.value`)}
          data-field={`${path}.value`}
          data={[
            { value: '', label: '–' },
            { value: '1', label: t('figure.yes') },
            { value: '0', label: t('figure.no') },
          ]}
          onChange={(event) => set({ value: event.currentTarget.value })}
        />
      )}
      {figure.valueType === 'ordinal' && (
        <TextInput
          label={t('figureForm.scale')}
          description={t('figureForm.scaleHint')}
          value={(figure.ordinalScale ?? []).join(', ')}
          error={problem(`${path}.ordinalScale`)}
          data-field={`${path}.ordinalScale`}
          onChange={(event) =>
            set({ ordinalScale: event.currentTarget.value.split(',').map((level) => level.trimStart()) })
          }
        />
      )}
      {known && figure.valueType === 'ordinal' && (
        <NativeSelect
          label={t('figureForm.level')}
          value={figure.value}
          error={problem(`${path}.value`)}
          data-field={`${path}.value`}
          data={[
            { value: '', label: '–' },
            ...(figure.ordinalScale ?? []).map((label, index) => ({ value: String(index + 1), label })),
          ]}
          onChange={(event) => set({ value: event.currentTarget.value })}
        />
      )}
      {known &&
        !isRatio &&
        figure.valueType !== 'yes_no' &&
        figure.valueType !== 'ordinal' &&
        typed('value', t('figureForm.value'))}
      {figure.valueType === 'money' && written('currency', t('figureForm.currency'), 'USD')}
      {SHOWS_UNIT.includes(figure.valueType) && written('unitEs', t('figureForm.unitEs'), 'personas')}
      {SHOWS_UNIT.includes(figure.valueType) && written('unitEn', t('figureForm.unitEn'), 'people')}
    </>
  );
}
