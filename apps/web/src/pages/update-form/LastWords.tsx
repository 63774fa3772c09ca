import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { FactList } from '~/ui/FactList';
import { TEXTS } from './draft';
import classes from './LastTime.module.css';

/** The words and figures of an earlier update. */
export function LastWords({ earlier }: { earlier: Schemas['UpdateDetail'] }) {
  const { t } = useTranslation();
  const { text } = useLang();
  return (
    <>
      {TEXTS.filter((name) => text(earlier, name) !== '').map((name) => (
        <div key={name}>
          <h3 className={classes.label}>{t(`field.${name}`)}</h3>
          <BothText of={earlier} name={name} narrative />
        </div>
      ))}
      {earlier.facts.length > 0 && (
        <>
          <h3 className={classes.label}>{t('update.facts')}</h3>
          <FactList facts={earlier.facts} />
        </>
      )}
    </>
  );
}
