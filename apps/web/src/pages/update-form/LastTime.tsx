import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useCycleName } from '~/ui/cycle-name';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { Standing } from '~/ui/Standing';
import type { Draft } from './draft';
import classes from './LastTime.module.css';
import { typedOf } from './numbers';

/** Large, and closed at first on a phone. */
const LastWords = lazy(async () => ({ default: (await import('./LastWords')).LastWords }));

/** What the last approved update said, beside the form; its assessment can be taken over. */
export function LastTime({
  earlier,
  recalling,
  onCopy,
}: {
  earlier: Schemas['UpdateDetail'] | undefined;
  recalling: boolean;
  onCopy: (patch: Partial<Draft>) => void;
}) {
  const { t } = useTranslation();
  const cycleName = useCycleName();
  const beside = window.matchMedia('(min-width: 75em)').matches;
  if (!earlier && recalling)
    return (
      <aside className={classes.box} aria-label={t('update.lastPeriod')}>
        <RowsSkeleton rows={1} />
      </aside>
    );
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
          <Suspense fallback={<RowsSkeleton rows={2} />}>
            <LastWords earlier={earlier} />
          </Suspense>
        </div>
      </details>
    </aside>
  );
}
