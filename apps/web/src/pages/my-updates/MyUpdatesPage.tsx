import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { moreTexts } from '~/i18n';
import { useKept } from '~/outbox/kept-drafts';
import { AsOf } from '~/ui/AsOf';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { DueCard } from './DueCard';
import classes from './MyUpdatesPage.module.css';
import { isBegun, keptOf } from './begun';
import { type Due, dueQuery } from './queries';

const NoChangeDialog = lazy(async () => {
  const [module] = await Promise.all([import('./NoChangeDialog'), moreTexts()]);
  return { default: module.NoChangeDialog };
});
const SubmitAllDialog = lazy(async () => {
  const [module] = await Promise.all([import('./SubmitAllDialog'), moreTexts()]);
  return { default: module.SubmitAllDialog };
});

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
  const kept = useKept(me.user.id);
  const [submitting, setSubmitting] = useState(false);
  const begun = (due.data ?? []).filter((item) => isBegun(item, keptOf(kept, item)));
  return (
    <>
      <PageTitle
        title={t('myUpdates.title')}
        over={due.data && t('myUpdates.count', { count: due.data.length })}
      >
        {begun.length > 0 && (
          <Button variant="default" onClick={() => setSubmitting(true)}>
            {t('myUpdates.submitAll', { count: begun.length })}
          </Button>
        )}
      </PageTitle>
      <AsOf of={[due]} />
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
                    .toSorted((a, b) => a.closesAt.localeCompare(b.closesAt) || a.code.localeCompare(b.code))
                    .map((item) => (
                      <DueCard
                        key={item.commitmentId}
                        item={item}
                        kept={keptOf(kept, item)}
                        onNoChange={() => setUnchanged(item)}
                      />
                    ))}
                </ul>
              </section>
            ))
          )
        }
      </Loaded>
      <Suspense>
        {unchanged && <NoChangeDialog item={unchanged} onClose={() => setUnchanged(null)} />}
        {submitting && due.data && <SubmitAllDialog items={due.data} onClose={() => setSubmitting(false)} />}
      </Suspense>
    </>
  );
}
