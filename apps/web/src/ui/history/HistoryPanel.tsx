import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { Panel } from '../Panel';
import { Entries } from './Entries';
import { historyQuery, type Kind } from './queries';

interface HistoryPanelProps {
  entity: Kind;
  id: string;
  /** What is known without asking; the field by field account takes its place. */
  summary?: ReactNode;
  /** What stands below, such as revisions. */
  children?: ReactNode;
}

/** What happened to a thing, for those who work with it; read once somebody asks for it. */
export function HistoryPanel({ entity, id, summary, children }: HistoryPanelProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const mine = may(me, 'history.read');
  if (!mine && !summary && !children) return null;
  return (
    <Panel title={t('change.history')}>
      {mine && !open && (
        <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
          {t('change.show')}
        </Button>
      )}
      {mine && open ? <OfThing entity={entity} id={id} /> : summary}
      {children}
    </Panel>
  );
}

const OfThing = ({ entity, id }: Pick<HistoryPanelProps, 'entity' | 'id'>) => (
  <Entries query={useInfiniteQuery(historyQuery({ entity, id }))} />
);
