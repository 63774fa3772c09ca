import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Term } from '~/glossary/Term';
import { useLang } from '~/i18n/use-lang';
import { figureText } from '~/ui/figure-text';
import { BASES, QUALIFIERS, VALUE_STATES, VALUE_TYPES } from '~/ui/vocabulary';
import { type FigureDraft, figureOf } from './draft';
import classes from './fields.module.css';
import { FigureDetails } from './FigureDetails';
import { FigureValue } from './FigureValue';
import { FigureWindow } from './FigureWindow';

interface FigureFieldsProps {
  figure: FigureDraft;
  path: string;
  name: string;
  onChange: (figure: FigureDraft) => void;
  onRemove: () => void;
}

/** One figure, asked for in plain words, and the sentence that it will read as. */
export function FigureFields({ figure, path, name, onChange, onRemove }: FigureFieldsProps) {
  const { t } = useTranslation();
  const tools = useLang();
  const set = (patch: Partial<FigureDraft>) => onChange({ ...figure, ...patch });
  const known = figure.valueState === 'reported' || figure.valueState === 'carried_forward';
  return (
    <section className={classes.figure} aria-label={name}>
      <div className={classes.itemHead}>
        <h4>{name}</h4>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={onRemove}
          aria-label={`${t('action.remove')}: ${name}`}
        >
          {t('action.remove')}
        </Button>
      </div>
      <div className={classes.grid}>
        <NativeSelect
          label={<Term of="value_state">{t('figureForm.valueState')}</Term>}
          value={figure.valueState}
          data={VALUE_STATES.map((value) => ({ value, label: t(`pick.valueState.${value}`) }))}
          onChange={(event) => set({ valueState: oneOf(VALUE_STATES, event.currentTarget.value) })}
        />
        <NativeSelect
          label={<Term of="value_type">{t('figureForm.valueType')}</Term>}
          value={figure.valueType}
          data={VALUE_TYPES.map((value) => ({ value, label: t(`pick.valueType.${value}`) }))}
          onChange={(event) => set({ valueType: oneOf(VALUE_TYPES, event.currentTarget.value) })}
        />
        {known && (
          <NativeSelect
            label={<Term of="qualifier">{t('figureForm.qualifier')}</Term>}
            value={figure.qualifier}
            data={QUALIFIERS.map((value) => ({ value, label: t(`pick.qualifier.${value}`) }))}
            onChange={(event) => set({ qualifier: oneOf(QUALIFIERS, event.currentTarget.value) })}
          />
        )}
        <FigureValue figure={figure} path={path} known={known} set={set} />
        <NativeSelect
          label={<Term of="basis">{t('figureForm.basis')}</Term>}
          value={figure.basis}
          data={BASES.map((value) => ({ value, label: t(`pick.basis.${value}`) }))}
          onChange={(event) => set({ basis: oneOf(BASES, event.currentTarget.value) })}
        />
        <FigureWindow figure={figure} path={path} set={set} />
      </div>
      <FigureDetails figure={figure} path={path} set={set} />
      <p className={classes.reads} aria-live="polite">
        <span className="soft">{t('figureForm.reads')}</span>{' '}
        <strong>{figureText(figureOf(figure), t, tools)}</strong>
      </p>
    </section>
  );
}

/** The word of a list that a select holds. */
function oneOf<W extends string>(words: readonly [W, ...W[]], value: string): W {
  return words.find((word) => word === value) ?? words[0];
}
