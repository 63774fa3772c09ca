import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { FactList } from '~/ui/FactList';
import { Standing } from '~/ui/Standing';
import { type Draft, TEXTS } from './draft';
import classes from './LastTime.module.css';
import { typedOf } from './numbers';

/** What the last approved update said, beside the form; its assessment can be taken over. */
export function LastTime({
  earlier,
  onCopy,
}: {
  earlier: Schemas['UpdateDetail'] | undefined;
  onCopy: (patch: Partial<Draft>) => void;
}) {
  const { t } = useTranslation();
  const { text } = useLang();
  const cycleName = useCycleName();
  const beside = window.matchMedia('(min-width: 75em)').matches;
  if (!earlier)
    return (
      <aside className={classes.box} aria-label={t('update.lastPeriod')}>
        <p className="soft">{t('myUpdates.firstTime')}</p>
      </aside>
    );
  return (
    <aside className={classes.box} aria-label={t('update.lastPeriod')}>
      <details open={beside} className={classes.details}>
        <summary>{t('myUpdates.lastTime', { cycle: cycleName(earlier.cycleKey) })}</summary>
        <div className={classes.body}>
          <Standing update={earlier} />
          <Button
            size="xs"
            variant="default"
            mt="sm"
            onClick={() =>
              onCopy({
                stage: earlier.stage ?? null,
                outlook: earlier.outlook ?? null,
                ...(earlier.percentSource === 'milestones' ? {} : { percent: typedOf(earlier.percent) }),
                illustrative: earlier.illustrative,
              })
            }
          >
            {t('form.copyLast')}
          </Button>
          {TEXTS.filter((name) => text(earlier, name) !== '').map((name) => (
            <div key={name}>
              <h3 className={classes.label}>{t(`field.${name}`)}</h3>
              <BothText of={earlier} name={name} />
            </div>
          ))}
          {earlier.facts.length > 0 && (
            <>
              <h3 className={classes.label}>{t('update.facts')}</h3>
              <FactList facts={earlier.facts} />
            </>
          )}
        </div>
      </details>
    </aside>
  );
}
