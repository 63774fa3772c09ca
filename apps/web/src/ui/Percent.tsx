import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import classes from './Percent.module.css';
import { IllustrativeMark } from './Sign';

/** A percent with its bar; without a value it says so and draws nothing, because not reported is not zero. */
export function Percent({ value, illustrative = false }: { value: number | null; illustrative?: boolean }) {
  const { t } = useTranslation();
  const { percent } = useLang();
  if (value === null) return <span className={classes.none}>{t('value.notReported')}</span>;
  return (
    <span className={classes.row}>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: `${Math.min(100, Math.max(0, value))}%` }} />
      </span>
      <span className={classes.value}>{percent(value)}</span>
      {illustrative && <IllustrativeMark />}
    </span>
  );
}

/** "12 of 33 reported": stands beside every mean. */
export function Coverage({ reported, total }: { reported: number; total: number }) {
  const { t } = useTranslation();
  return <span className={classes.coverage}>{t('coverage.of', { reported, total })}</span>;
}
