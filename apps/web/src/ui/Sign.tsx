import { useTranslation } from 'react-i18next';
import classes from './Sign.module.css';

export type Tone = 'quiet' | 'accent' | 'good' | 'warn' | 'bad';

interface SignProps {
  tone: Tone;
  /** One character; together with the text it says what the colour says. */
  shape: string;
  text: string;
  illustrative?: boolean;
}

/** A word of the vocabulary with its shape and colour. */
export function Sign({ tone, shape, text, illustrative = false }: SignProps) {
  return (
    <span className={classes.pair}>
      <span className={classes.sign} data-tone={tone}>
        <span aria-hidden className={classes.shape}>
          {shape}
        </span>
        {text}
      </span>
      {illustrative && <IllustrativeMark />}
    </span>
  );
}

/** Says that the source material does not state an assessment; it stands wherever such an assessment shows. */
export function IllustrativeMark() {
  const { t } = useTranslation();
  return (
    <span className={classes.illustrative} title={t('illustrative.why')}>
      {t('illustrative.mark')}
    </span>
  );
}
