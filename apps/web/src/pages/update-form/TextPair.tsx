import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '~/i18n';
import { useLang } from '~/i18n/use-lang';
import { LongInput } from '~/ui/LongInput';
import type { Both } from './draft';
import classes from './fields.module.css';
import { useProblem } from './problems';

interface TextPairProps {
  /** Path of the field without its language. */
  name: string;
  label: string;
  value: Both;
  onChange: (value: Both) => void;
}

/** One text in both languages, side by side, the person's own first; the one still missing says so. */
export function TextPair({ name, label, value, onChange }: TextPairProps) {
  const { t } = useTranslation();
  const { lang } = useLang();
  const problem = useProblem();
  const order = lang === 'en' ? (['en', 'es'] as const) : (['es', 'en'] as const);
  const begun = value.en.trim() !== '' || value.es.trim() !== '';
  return (
    <fieldset className={classes.pairBox}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.pair}>
        {order.map((code) => (
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
            rows={3}
            value={value[code]}
            error={problem(`${name}${code === 'en' ? 'En' : 'Es'}`)}
            data-field={`${name}${code === 'en' ? 'En' : 'Es'}`}
            onChange={(event) => onChange({ ...value, [code]: event.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}
