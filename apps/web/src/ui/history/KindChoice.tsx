import { NativeSelect } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '../PageSkeleton';
import { Panel } from '../Panel';
import { thingText } from './change-words';
import type { KindsHistoryProps } from './KindsHistory';
import type { Kind } from './queries';

const KindHistory = lazy(async () => ({ default: (await import('./KindHistory')).KindHistory }));

/** The kinds to choose from, and what happened to the things of the chosen one. */
export function KindChoice({ kinds, state }: KindsHistoryProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>();
  return (
    <Panel title={t('change.parts')}>
      <NativeSelect
        label={t('change.of')}
        value={kind ?? ''}
        maw={320}
        mb="md"
        data={[
          { value: '', label: t('change.choose') },
          ...kinds.map((each) => ({ value: each, label: thingText(t, each) })),
        ]}
        onChange={({ currentTarget: { value } }) => setKind(kinds.find((each) => each === value))}
      />
      {kind && (
        <Suspense fallback={<RowsSkeleton />}>
          <KindHistory kind={kind} state={state} />
        </Suspense>
      )}
    </Panel>
  );
}
