import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '~/api/reference';
import { type FactDraft, newFact, newFigure } from './draft';
import { FactFields } from './FactFields';

interface FactsEditorProps {
  facts: FactDraft[];
  cycle: Cycle;
  onChange: (facts: FactDraft[]) => void;
}

/** What happened or was counted, each with its figures. */
export function FactsEditor({ facts, cycle, onChange }: FactsEditorProps) {
  const { t } = useTranslation();
  return (
    <>
      {facts.map((fact, index) => (
        <FactFields
          key={fact.key}
          fact={fact}
          index={index}
          cycle={cycle}
          onChange={(changed) => onChange(facts.map((each) => (each.key === changed.key ? changed : each)))}
          onRemove={() => onChange(facts.filter((each) => each.key !== fact.key))}
        />
      ))}
      <Button
        variant="default"
        onClick={() => onChange([...facts, { ...newFact(), figures: [newFigure(cycle)] }])}
      >
        {t('form.addFact')}
      </Button>
    </>
  );
}
