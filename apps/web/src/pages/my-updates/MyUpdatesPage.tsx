import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { keptDrafts } from '~/pages/update-form/kept-drafts';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { DueCard } from './DueCard';
import classes from './MyUpdatesPage.module.css';
import { NoChangeDialog } from './NoChangeDialog';
import { type Due, dueQuery } from './queries';

const route = getRouteApi('/app/my-updates');

/** What a focal point comes for: the updates still owed, the most urgent first. */
export function MyUpdatesPage() {
  const { t } = useTranslation();
  const cycleName = useCycleName();
  const me = useMe();
  const { cycle: only } = route.useSearch();
  const due = useQuery({
    ...dueQuery,
    select: (items) => items.filter(({ cycleKey }) => only === undefined || cycleKey === only),
  });
  const [unchanged, setUnchanged] = useState<Due | null>(null);
  const kept = keptDrafts(me.user.id);
  return (
    <>
      <PageTitle
        title={t('myUpdates.title')}
        over={due.data && t('myUpdates.count', { count: due.data.length })}
      />
      <Loaded query={due} skeleton={<RowsSkeleton rows={4} height={150} />}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('myUpdates.noneTitle')} text={t('myUpdates.none')}>
              <Link to="/states">{t('nav.states')}</Link>
            </EmptyState>
          ) : (
            [...Map.groupBy(items, (item) => item.cycleKey)].map(([cycle, members]) => (
              <section key={cycle} aria-labelledby={`cycle-${cycle}`}>
                <h2 id={`cycle-${cycle}`} className={classes.cycle}>
                  {cycleName(cycle)}
                </h2>
                <ul className={classes.list}>
                  {members
                    .toSorted((a, b) => a.daysLeft - b.daysLeft || a.code.localeCompare(b.code))
                    .map((item) => (
                      <DueCard
                        key={item.commitmentId}
                        item={item}
                        kept={kept.has(`${item.cycleKey}.${item.commitmentId}`)}
                        onNoChange={() => setUnchanged(item)}
                      />
                    ))}
                </ul>
              </section>
            ))
          )
        }
      </Loaded>
      {unchanged && <NoChangeDialog item={unchanged} onClose={() => setUnchanged(null)} />}
    </>
  );
}
