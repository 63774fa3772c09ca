import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { Panel } from '../Panel';
import { thingText } from './change-words';
import { Entries } from './Entries';
import { historyQuery, type Kind } from './queries';

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
      {kind && <OfKind kind={kind} state={state} />}
    </Panel>
  );
}

const OfKind = ({ kind, state }: { kind: Kind; state: string | undefined }) => (
  <Entries query={useInfiniteQuery(historyQuery({ entity: kind, ...(state ? { state } : {}) }))} named />
);
