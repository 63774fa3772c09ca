import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { areasQuery, currentCycle, cyclesQuery, statesQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { viewOf } from '~/pages/region/matrix';
import { matrixQuery } from '~/pages/region/queries';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { CycleSign } from '~/ui/Words';
import type { CycleState } from '~/ui/vocabulary';
import classes from './MeetingPage.module.css';
import { RegionSlide } from './RegionSlide';
import { StateSlide } from './StateSlide';
import { useSlideKeys } from './use-slide-keys';

const route = getRouteApi('/app/meeting');

/** The region's approved numbers, large, for a room: one State after the other, on the wall or on paper. */
export function MeetingPage() {
  const { t } = useTranslation();
  const { instant } = useLang();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const names = useNames();
  const cycleName = useCycleName();
  const room = useRef<HTMLDivElement>(null);
  const cycles = useQuery(cyclesQuery).data;
  const states = useQuery(statesQuery).data;
  const areas = useQuery(areasQuery).data;
  const cycle = search.cycle ?? currentCycle(cycles ?? [])?.key ?? '';
  const matrix = useQuery(matrixQuery(cycle));
  const codes = ['', ...(states ?? []).toSorted((a, b) => a.position - b.position).map(({ code }) => code)];
  const at = Math.max(0, codes.indexOf(search.state ?? ''));
  const show = (place: number) => {
    const code = codes[Math.min(codes.length - 1, Math.max(0, place))];
    void navigate({ search: { cycle, ...(code ? { state: code } : {}) }, replace: true });
  };
  const wholeScreen = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : room.current?.requestFullscreen());
  useSlideKeys({
    next: () => show(at + 1),
    previous: () => show(at - 1),
    first: () => show(0),
    last: () => show(codes.length - 1),
    wholeScreen,
  });
  const title = `${t('meeting.title')} · ${cycleName(cycle)}`;
  return (
    <div ref={room} className={classes.room} data-whole-page>
      <div className={classes.head}>
        <PageTitle
          title={title}
          over={matrix.data && <CycleSign word={matrix.data.cycleState as CycleState} />}
        />
        <nav className={classes.bar} aria-label={t('meeting.title')}>
          <Button variant="default" disabled={at === 0} onClick={() => show(at - 1)}>
            ← {t('meeting.previous')}
          </Button>
          <span className={classes.place} aria-live="polite">
            {codes[at] ? names.state(codes[at]) : t('nav.region')} · {at + 1}/{codes.length}
          </span>
          <Button variant="default" disabled={at === codes.length - 1} onClick={() => show(at + 1)}>
            {t('meeting.next')} →
          </Button>
          <Button variant="default" onClick={wholeScreen}>
            {t('meeting.wholeScreen')}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t('meeting.print')}
          </Button>
          <Link to="/region" search={{ cycle }}>
            {t('meeting.leave')}
          </Link>
        </nav>
      </div>
      <Loaded query={matrix}>
        {(data) => {
          if (!states || !areas) return null;
          if (data.cells.length === 0) return <EmptyState text={t('region.none')} />;
          const view = viewOf(data, states, areas);
          return (
            <>
              <section className={classes.slide} hidden={at !== 0} aria-label={t('nav.region')}>
                <RegionSlide view={view} cycle={cycleName(cycle)} />
              </section>
              {view.rows.map((row) => (
                <section
                  key={row.stateCode}
                  className={classes.slide}
                  hidden={codes[at] !== row.stateCode}
                  aria-label={names.state(row.stateCode)}
                >
                  <StateSlide row={row} areas={view.areas} cycle={cycleName(cycle)} />
                </section>
              ))}
              <p className={classes.note}>
                {t('meeting.noDrafts')}{' '}
                {data.computedAt && t('region.computed', { at: instant(data.computedAt) })}
              </p>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
