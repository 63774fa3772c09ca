import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '~/api/reference';
import { type FactDraft, newFigure } from './draft';
import classes from './fields.module.css';
import { FigureFields } from './FigureFields';
import { useProblem } from './problems';
import { TextPair } from './TextPair';

interface FactFieldsProps {
  fact: FactDraft;
  index: number;
  cycle: Cycle;
  onChange: (fact: FactDraft) => void;
  onRemove: () => void;
}

const KINDS = ['indicator_observation', 'milestone', 'narrative', 'story'] as const;

/** One fact: its words, its source and its figures. */
export function FactFields({ fact, index, cycle, onChange, onRemove }: FactFieldsProps) {
  const { t } = useTranslation();
  const problem = useProblem();
  const path = `facts[${index}]`;
  const set = (patch: Partial<FactDraft>) => onChange({ ...fact, ...patch });
  return (
    <section className={classes.item} aria-label={t('form.fact', { n: index + 1 })}>
      <div className={classes.itemHead}>
        <h3>{t('form.fact', { n: index + 1 })}</h3>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={onRemove}
          aria-label={`${t('action.remove')}: ${t('form.fact', { n: index + 1 })}`}
        >
          {t('action.remove')}
        </Button>
      </div>
      <TextPair
        name={`${path}.text`}
        label={t('form.factText')}
        value={{ en: fact.textEn ?? '', es: fact.textEs ?? '' }}
        onChange={({ en, es }) => set({ textEn: en, textEs: es })}
      />
      <div className={classes.grid}>
        <NativeSelect
          label={t('form.factKind')}
          value={fact.kind}
          data={KINDS.map((value) => ({ value, label: t(`word.factKind.${value}`) }))}
          onChange={(event) =>
            set({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'narrative' })
          }
        />
        <TextInput
          label={t('form.source')}
          description={t('form.sourceHint')}
          value={fact.source ?? ''}
          error={problem(`${path}.source`)}
          data-field={`${path}.source`}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
      </div>
      {fact.figures.map((figure, place) => (
        <FigureFields
          key={figure.key}
          figure={figure}
          path={`${path}.figures[${place}]`}
          name={t('form.figure', { n: place + 1 })}
          onChange={(changed) =>
            set({ figures: fact.figures.map((each) => (each.key === changed.key ? changed : each)) })
          }
          onRemove={() => set({ figures: fact.figures.filter((each) => each.key !== figure.key) })}
        />
      ))}
      <Button
        mt="sm"
        size="xs"
        variant="default"
        onClick={() => set({ figures: [...fact.figures, newFigure(cycle)] })}
      >
        {t('form.addFigure')}
      </Button>
    </section>
  );
}
