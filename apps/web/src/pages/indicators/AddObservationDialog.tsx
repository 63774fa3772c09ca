import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { statesQuery } from '~/api/reference';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { type RecordField, RecordForm } from '~/ui/RecordForm';
import { writtenIn } from '~/ui/record-values';
import { useValueFields, valueIn } from './observation-fields';
import { type Indicator, useObserve } from './queries';
import { mayObserve } from './rights';
import { PARTS, ROLES } from './words';

/** Adds a value to an indicator: of a place, population and period, the total or a part, from a source. */
export function AddObservationDialog({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const me = useMe();
  const observe = useObserve(indicator.id);
  const values = useValueFields(indicator);
  const states = useQuery(statesQuery).data ?? [];
  const places = [
    ...states
      .filter(({ code }) => mayObserve(me, indicator, code))
      .map((state) => ({ value: state.code, label: text(state, 'name') })),
    ...(mayObserve(me, indicator, null) ? [{ value: 'REGION', label: t('nav.region') }] : []),
  ];
  const line = (name: string, label: string, hint?: string): RecordField => ({
    ...{ name, label, kind: 'line' },
    ...(hint ? { hint } : {}),
  });
  const fields: RecordField[] = [
    { name: 'place', label: t('indicator.add.place'), kind: 'choice', options: places },
    {
      ...line('populationKey', t('indicator.add.population'), t('indicator.add.populationHint')),
      required: true,
    },
    { name: 'year', label: t('indicator.add.year'), kind: 'number', required: true },
    {
      ...{ name: 'part', label: t('indicator.period'), kind: 'choice' },
      options: [
        { value: 'year', label: t('indicator.add.wholeYear') },
        ...PARTS.map((value) => ({ value, label: t(`indicator.partWord.${value}`) })),
      ],
    },
    {
      ...{ name: 'role', label: t('indicator.add.role'), kind: 'choice' },
      options: ROLES.map((value) => ({ value, label: t(`indicator.role.${value}`) })),
    },
    line('dimension', t('indicator.add.dimension'), t('indicator.add.dimensionHint')),
    line('category', t('indicator.add.category'), t('indicator.add.categoryHint')),
    ...values.slice(0, -2),
    ...(indicator.valueType === 'money' ? [line('currency', t('figureForm.currency'), 'USD')] : []),
    { ...line('source', t('indicator.source')), required: true },
    ...values.slice(-2),
  ];
  return (
    <Dialog title={t('indicator.add.title')} onClose={onClose} wide>
      <RecordForm
        fields={fields}
        values={{ place: places[0]?.value ?? '', part: 'year', role: 'actual', valueState: 'reported' }}
        submit={t('indicator.save')}
        busy={observe.isPending}
        error={observe.error}
        onCancel={onClose}
        onSubmit={(said) =>
          observe.mutate(
            {
              ...valueIn(said),
              ...{ place: said['place'] ?? '', populationKey: said['populationKey'] ?? '' },
              year: writtenIn(said, 'year') as unknown as number,
              part: PARTS.find((word) => word === said['part']) ?? 'year',
              role: ROLES.find((word) => word === said['role']) ?? 'actual',
              dimension: writtenIn(said, 'dimension'),
              category: writtenIn(said, 'category'),
              currency: writtenIn(said, 'currency'),
              source: said['source'] ?? '',
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
