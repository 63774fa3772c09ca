import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, type Lang } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { LongInput } from './LongInput';
import classes from './TextPair.module.css';

/** A text in both languages, as it is written. */
export type WrittenPair = Record<Lang, string>;

interface TextPairProps {
  /** Path of the field without its language. */
  name: string;
  label: string;
  /** Below the label, for both languages. */
  hint?: string;
  rows?: number;
  value: WrittenPair;
  /** What is wrong with the field of this path. */
  problem?: (field: string) => ReactNode;
  onChange: (value: WrittenPair) => void;
}

/** One text in both languages, side by side, the person's own first; the one still missing says so. */
export function TextPair({ name, label, hint, rows = 3, value, problem, onChange }: TextPairProps) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const order = lang === 'en' ? (['en', 'es'] as const) : (['es', 'en'] as const);
  const begun = value.en.trim() !== '' || value.es.trim() !== '';
  return (
    <fieldset className={classes.box}>
      <legend className={classes.legend}>{label}</legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      <div className={classes.pair}>
        {order.map((code) => {
          const field = `${name}${code === 'en' ? 'En' : 'Es'}`;
          return (
            <LongInput
              key={code}
              lang={code}
              label={LANGUAGE_NAMES[code]}
              aria-label={`${label}, ${LANGUAGE_NAMES[code]}`}
              description={
                begun && value[code].trim() === '' ? (
                  <span lang={lang}>{t('text.toBeTranslated')}</span>
                ) : undefined
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              rows={rows}
              value={value[code]}
              error={problem?.(field)}
              data-field={field}
              onChange={(event) => onChange({ ...value, [code]: event.currentTarget.value })}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
