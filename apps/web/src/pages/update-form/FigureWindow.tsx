import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FigureDraft } from './draft';
import { useProblem } from './problems';

type Day = 'windowStart' | 'windowEnd' | 'asOf';

/** The days that the figure's basis needs: from and to, since, or on. */
export function FigureWindow({
  figure,
  path,
  set,
}: {
  figure: FigureDraft;
  path: string;
  set: (patch: Partial<FigureDraft>) => void;
}) {
  const { t } = useTranslation();
  const problem = useProblem();
  const days: [Day, string][] =
    figure.basis === 'stock'
      ? [['asOf', t('figureForm.asOf')]]
      : [
          ['windowStart', t(figure.basis === 'cumulative' ? 'figureForm.since' : 'figureForm.from')],
          ['windowEnd', t('figureForm.to')],
        ];
  return days.map(([name, label]) => (
    <TextInput
      key={name}
      type="date"
      label={label}
      value={figure[name] ?? ''}
      error={problem(`${path}.${name}`)}
      data-field={`${path}.${name}`}
      onChange={(event) =>
        set({ [name]: event.currentTarget.value === '' ? null : event.currentTarget.value })
      }
    />
  ));
}
