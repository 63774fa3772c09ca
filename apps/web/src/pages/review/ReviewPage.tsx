import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentCycle, cyclesQuery, useNames } from '~/api/reference';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { CompletenessLine } from '~/pages/cycle/CompletenessLine';
import { QueueFindings } from '~/pages/findings/QueueFindings';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { Standing } from '~/ui/Standing';
import { BulkApproval } from './BulkApproval';
import { CompletenessTables } from './CompletenessTables';
import classes from './ReviewPage.module.css';
import { queueQuery } from './queries';

const route = getRouteApi('/app/review');

/** What a coordinator comes for: updates that wait for a decision, and how complete the State is. */
export function ReviewPage() {
  const { t } = useTranslation();
  const { text, instant } = useLang();
  const names = useNames();
  const cycleName = useCycleName();
  const me = useMe();
  const { cycle: only } = route.useSearch();
  const queue = useQuery({
    ...queueQuery,
    select: (items) => items.filter(({ cycleKey }) => only === undefined || cycleKey === only),
  });
  const cycle = currentCycle(useQuery(cyclesQuery).data ?? []);
  const states = [
    ...new Set(
      me.roles
        .filter(({ role }) => role === 'national_coordinator')
        .flatMap(({ stateCode }) => stateCode ?? []),
    ),
  ];
  const first = queue.data?.[0];
  return (
    <>
      <PageTitle
        title={t('review.title')}
        over={queue.data && t('review.count', { count: queue.data.length })}
      >
        <BulkApproval updates={queue.data ?? []} />
        {first && (
          <Button renderRoot={(props) => <Link {...props} to="/updates/$id" params={{ id: first.id }} />}>
            {t('review.start')}
          </Button>
        )}
      </PageTitle>
      {cycle &&
        states.map((code) => (
          <Panel
            key={code}
            anchor="completeness"
            title={`${names.state(code)} · ${cycleName(cycle.key)}`}
            aside={
              <Link to="/cycles/$key" params={{ key: cycle.key }}>
                {t('review.toCycle')}
              </Link>
            }
          >
            <CompletenessLine cycleKey={cycle.key} stateCode={code} mayExplain />
            <CompletenessTables cycleKey={cycle.key} stateCode={code} />
          </Panel>
        ))}
      <Loaded query={queue}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('review.noneTitle')} text={t('review.none')} />
          ) : (
            <ol className={classes.list}>
              {items.map((update) => (
                <li key={update.id} className={classes.card}>
                  <h2 className={classes.title}>
                    <span className={classes.code}>{update.code}</span>{' '}
                    <Link to="/updates/$id" params={{ id: update.id }}>
                      {text(update, 'title')}
                    </Link>
                  </h2>
                  <p className="soft">
                    {names.state(update.stateCode)} · {names.area(update.areaKey)} ·{' '}
                    {cycleName(update.cycleKey)} · {t('review.since', { at: instant(update.submittedAt) })}
                  </p>
                  <Standing update={update} />
                  {update.noChange && <p className="soft">{t('update.noChangeLong')}</p>}
                  <BothText of={update} name="narrative" narrative />
                  <QueueFindings updateId={update.id} cycleKey={update.cycleKey} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </>
  );
}
