import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { numberOf, typedOf } from '~/pages/update-form/numbers';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import { BASES, QUALIFIERS, VALUE_STATES } from '~/ui/vocabulary';
import {
  type PartnerFigure,
  type PartnerFigureInput,
  type PartnerSheet,
  useRemoveFigure,
  useSaveFigure,
} from './queries';

const TYPES = ['count', 'percent', 'money', 'duration', 'yes_no'] as const;
/** Texts that may be left out, in the order of the form. */
const LINES = ['population', 'place', 'page', 'source'] as const;
const DAYS = ['windowStart', 'windowEnd', 'asOf'] as const;
const UNITS = ['unitEn', 'unitEs', 'currency'] as const;
const NOTES = ['footnoteEn', 'footnoteEs'] as const;

interface FigureDialogProps {
  sheet: PartnerSheet;
  figure: PartnerFigure | undefined;
  onClose: () => void;
}

/** Adds a figure to a sheet, corrects one, or takes it out. */
export function FigureDialog({ sheet, figure, onClose }: FigureDialogProps) {
  const { t } = useTranslation();
  const save = useSaveFigure(sheet, figure);
  const remove = useRemoveFigure(sheet);
  const fields = useFigureFields(figure === undefined);
  const done = { onSuccess: () => [notify(t('partner.saved')), onClose()] };
  return (
    <Dialog title={t(figure ? 'partner.editFigure' : 'partner.addFigure')} onClose={onClose} wide>
      <RecordForm
        fields={fields}
        values={figure ? valuesOf(figure) : { valueState: 'reported', qualifier: 'exact', basis: 'period' }}
        submit={t('pledge.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={onClose}
        onSubmit={(values) => save.mutate(inputOf(values, figure), done)}
      />
      {figure && (
        <Button
          variant="default"
          mt="md"
          loading={remove.isPending}
          onClick={() => remove.mutate(figure.id, done)}
        >
          {t('partner.removeFigure')}
        </Button>
      )}
      {remove.isError && <ProblemAlert error={remove.error} />}
    </Dialog>
  );
}

function useFigureFields(isNew: boolean): RecordField[] {
  const { t } = useTranslation();
  const line = (name: string, label: string, hint?: string): RecordField => ({
    ...{ name, label, kind: 'line' },
    ...(hint ? { hint } : {}),
  });
  const choice = (name: string, label: string, options: RecordField['options']): RecordField => ({
    ...{ name, label, kind: 'choice', options },
  });
  return [
    ...(isNew ? [{ ...line('code', t('partner.code'), 'asylum-claims'), required: true }] : []),
    { ...line('labelEn', t('figureForm.labelEn')), required: true },
    { ...line('labelEs', t('figureForm.labelEs')), required: true },
    choice(
      'valueType',
      t('figureForm.valueType'),
      TYPES.map((value) => ({ value, label: t(`pick.valueType.${value}`) })),
    ),
    choice(
      'valueState',
      t('figureForm.valueState'),
      VALUE_STATES.map((value) => ({ value, label: t(`word.valueState.${value}`) })),
    ),
    { ...line('value', t('figureForm.value')), kind: 'number' },
    choice(
      'qualifier',
      t('figureForm.qualifier'),
      QUALIFIERS.map((value) => ({ value, label: t(`word.qualifier.${value}`) })),
    ),
    choice(
      'basis',
      t('figureForm.basis'),
      BASES.map((value) => ({ value, label: t(`pick.basis.${value}`) })),
    ),
    line('unitEn', t('figureForm.unitEn')),
    line('unitEs', t('figureForm.unitEs')),
    line('currency', t('figureForm.currency'), 'USD'),
    { ...line('windowStart', t('figureForm.from')), kind: 'day' },
    { ...line('windowEnd', t('figureForm.to')), kind: 'day' },
    { ...line('asOf', t('figureForm.asOf')), kind: 'day' },
    line('population', t('figureForm.population')),
    line('place', t('partner.place')),
    line('page', t('partner.page'), 'p. 12'),
    line('source', t('partner.otherSource')),
    { ...line('footnoteEn', t('partner.footnoteEn')), kind: 'text' },
    { ...line('footnoteEs', t('partner.footnoteEs')), kind: 'text' },
    line('commitments', t('pledge.commitments'), 'MX-01, MX-02'),
    line('indicators', t('partner.indicators'), 'unhcr-results:outcome:2.1'),
  ];
}

const valuesOf = (figure: PartnerFigure): RecordValues => ({
  ...{ labelEn: figure.labelEn, labelEs: figure.labelEs, valueType: figure.valueType },
  ...{ valueState: figure.valueState, qualifier: figure.qualifier, basis: figure.basis },
  value: typedOf(figure.value),
  ...Object.fromEntries(
    [...LINES, ...DAYS, ...UNITS, ...NOTES].map((name): [string, string] => [name, figure[name] ?? '']),
  ),
  commitments: figure.commitments.map(({ code }) => code).join(', '),
  indicators: figure.indicators.map(({ key }) => key).join(', '),
});

const inputOf = (values: RecordValues, figure: PartnerFigure | undefined): PartnerFigureInput => ({
  ...{ code: figure?.code ?? values['code'] ?? '', labelEn: values['labelEn'] ?? '' },
  labelEs: values['labelEs'] ?? '',
  valueType: TYPES.find((word) => word === values['valueType']) ?? 'count',
  valueState: VALUE_STATES.find((word) => word === values['valueState']) ?? null,
  value: numberOf(values['value'] ?? ''),
  qualifier: QUALIFIERS.find((word) => word === values['qualifier']) ?? null,
  basis: BASES.find((word) => word === values['basis']) ?? null,
  ...Object.fromEntries(
    [...LINES, ...DAYS, ...UNITS, ...NOTES].map((name) => [name, writtenIn(values, name)]),
  ),
  commitments: severalIn(values, 'commitments'),
  indicators: severalIn(values, 'indicators'),
});
