import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentCycle, cyclesQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Choice } from '~/ui/Choice';
import { CyclePicker } from '~/ui/CyclePicker';
import { useCycleName } from '~/ui/cycle-name';
import { csvOf, save } from '~/ui/chart/files';
import { EmptyState } from '~/ui/EmptyState';
import { Filters } from '~/ui/Filters';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { useAsk } from '~/ui/use-order';
import { CycleSign } from '~/ui/Words';
import { asked } from '~/app/asked';
import { within } from './late';
import { SPANS, STATUSES } from './spans';
import classes from './Late.module.css';
import { LateTable } from './LateTable';
import { type LateCommitment, lateQuery } from './queries';
import type { LateSearch } from './route';
import { useLateWords } from './words';

const route = getRouteApi('/app/late');

/** What is late in a cycle, whose turn it is, and who was reminded of it when. */
export function LatePage() {
  const { t } = useTranslation();
  const { day, instant } = useLang();
  const names = useNames();
  const cycleName = useCycleName();
  const words = useLateWords();
  const { show = 'late', ...search } = route.useMatch({ select: asked });
  const ask = useAsk<LateSearch>();
  const cycles = useQuery(cyclesQuery).data ?? [];
  const cycle = search.cycle ?? currentCycle(cycles)?.key ?? '';
  const late = useQuery(lateQuery(cycle));
  const turn = (to: LateSearch) => ask(to, { replace: true, resetScroll: false });
  const spanOf = show === 'late' ? undefined : show;
  return (
    <>
      <PageTitle title={t('nav.late')} over={late.data && <CycleSign word={late.data.cycleState} />}>
        <Link to="/cycles/$key" params={{ key: cycle }}>
          {t('late.toCycle')}
        </Link>
        <CyclePicker value={cycle} onChange={(key) => turn({ ...search, show: spanOf, cycle: key })} />
      </PageTitle>
      <Loaded query={late}>
        {({ items, dueOn, reviewByOn, asOf }) => {
          const chosen = items.filter(
            (item) =>
              (!search.state || item.stateCode === search.state) &&
              (!search.area || item.areaKey === search.area) &&
              (!search.status || item.status === search.status),
          );
          const shown = chosen.filter((item) => within(item, show));
          const source = t('late.source', { cycle: cycleName(cycle), at: instant(asOf) });
          return (
            <>
              <p>{t('late.days', { due: day(dueOn), review: day(reviewByOn) })}</p>
              <Choice
                legend={t('late.show')}
                name="show"
                options={SPANS.map((value) => ({
                  value,
                  label: t(`late.span.${value}`, { n: chosen.filter((item) => within(item, value)).length }),
                }))}
                value={show}
                onChange={(span) => turn({ ...search, show: span === 'late' ? undefined : span })}
              />
              <Filters
                search={search}
                choices={[
                  {
                    name: 'state',
                    label: t('field.state'),
                    options: choices(items, 'stateCode', names.state),
                  },
                  { name: 'area', label: t('field.area'), options: choices(items, 'areaKey', names.area) },
                  {
                    name: 'status',
                    label: t('late.status'),
                    options: STATUSES.map((value) => ({ value, label: t(`late.word.${value}`) })),
                  },
                ]}
                onChange={(to) => turn({ ...(to as LateSearch), show: spanOf })}
              />
              <Panel
                title={t(`late.title.${show}`)}
                aside={<span className="soft">{t('late.count', { count: shown.length })}</span>}
              >
                {shown.length === 0 ? (
                  <EmptyState text={t(chosen.length === 0 ? 'late.nothingOpen' : 'late.nothing')} />
                ) : (
                  <LateTable key={show} items={shown} />
                )}
                <div className={classes.foot}>
                  <p className="soft">{source}</p>
                  {shown.length > 0 && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => {
                        const csv = csvOf(words.table(shown), { title: t('nav.late'), source });
                        save(new Blob([csv], { type: 'text/csv' }), `${t('nav.late')} ${cycle}`, 'csv');
                      }}
                    >
                      {t('late.csv')}
                    </Button>
                  )}
                </div>
              </Panel>
            </>
          );
        }}
      </Loaded>
    </>
  );
}

/** The words that occur, by their names. */
const choices = (items: LateCommitment[], field: 'stateCode' | 'areaKey', nameOf: (key: string) => string) =>
  [...new Set(items.map((item) => item[field]))]
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
