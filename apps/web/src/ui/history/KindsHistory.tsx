import { NativeSelect } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { RowsSkeleton } from '../PageSkeleton';
import { Panel } from '../Panel';
import { thingText } from './change-words';
import type { Kind } from './queries';

const KindHistory = lazy(async () => ({ default: (await import('./KindHistory')).KindHistory }));

interface KindsHistoryProps {
  /** The kinds of things that a page lists, whose parts have no page of their own. */
  kinds: readonly Kind[];
  /** Of this State alone. */
  state?: string;
}

/** What happened to the things of a page, kind by kind; read once somebody chooses one. */
export function KindsHistory({ kinds, state }: KindsHistoryProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [kind, setKind] = useState<Kind>();
  if (!may(me, 'history.read')) return null;
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
