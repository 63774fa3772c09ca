import { useTranslation } from 'react-i18next';
import { Term } from '~/glossary/Term';
import type { TermKey } from '~/glossary/terms';
import { Choice } from '~/ui/Choice';
import { type Measure, MEASURES } from './measures';

const MEANINGS: Record<Measure, TermKey> = {
  mean: 'mean_commitments',
  states: 'mean_states',
  coverage: 'coverage',
  outlook: 'outlook',
};

/** By which measure matrix and map show the region, with what the chosen one means. */
export function MeasureChoice({
  value,
  onChange,
}: {
  value: Measure;
  /** The first measure stands in no address. */
  onChange: (measure: Exclude<Measure, 'mean'> | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <Choice
      legend={
        <>
          {t('region.show')}: <Term of={MEANINGS[value]}>{t(`region.measure.${value}`)}</Term>
        </>
      }
      name="show"
      options={MEASURES.map((each) => ({ value: each, label: t(`region.measure.${each}`) }))}
      value={value}
      onChange={(show) => onChange(show === 'mean' ? undefined : show)}
    />
  );
}
