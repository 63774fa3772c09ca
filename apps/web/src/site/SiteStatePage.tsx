import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { AreaFilter } from '~/pages/state/AreaFilter';
import type { StateSearch } from '~/pages/state/search';
import { EmptyState } from '~/ui/EmptyState';
import { FactList } from '~/ui/FactList';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { useAsk } from '~/ui/use-order';
import { Panel } from '~/ui/Panel';
import { EditionLine } from './EditionLine';
import { EditionPicker } from './EditionPicker';
import { PublicArea } from './PublicArea';
import { type PublicState, publicStateQuery } from './queries';
import { StateNumbers } from './StateNumbers';

const route = getRouteApi('/app/states/$code');

const StateChart = lazy(async () => ({ default: (await import('./StateChart')).StateChart }));

/** A State as it was published: how far each commitment is and what was reported of it. */
export function SiteStatePage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const search = route.useSearch();
  const state = useQuery(publicStateQuery(code, search.cycle));
  if (isProblem(state.error, 'not_found'))
    return (
      <>
        <PageTitle title={t('site.notPublic')} />
        <EmptyState text={t('site.nothingOfState')}>
          <Link to="/region">{t('site.toRegion')}</Link>
        </EmptyState>
      </>
    );
  return (
    <Loaded query={state} skeleton={<PageSkeleton />}>
      {(data) => <StateView state={data} />}
    </Loaded>
  );
}

function StateView({ state }: { state: PublicState }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const search = route.useSearch();
  const ask = useAsk<StateSearch>();
  useEffect(openTheOneAskedFor, [state]);
  const areas = [...Map.groupBy(state.commitments, ({ areaKey }) => areaKey)];
  const chosen = areas.some(([area]) => area === search.area) ? search.area : undefined;
  const free = [...Map.groupBy(state.facts, placeOf)];
  return (
    <>
      <PageTitle title={text(state, 'name')} over={text(state, 'mechanism')}>
        <EditionPicker value={state.edition.cycleKey} onChange={(cycle) => ask({ ...search, cycle })} />
      </PageTitle>
      <EditionLine edition={state.edition} />
      {state.plan?.basis === 'regional_template' && (
        <p className="soft">
          <span aria-hidden>◇ </span>
          {text(state.plan, 'note') || t('state.fromTemplate')}
        </p>
      )}
      <StateNumbers state={state} />
      <Suspense fallback={null}>
        <StateChart state={state} />
      </Suspense>
      <AreaFilter
        areas={areas.map(([area, members]) => ({ area, count: members.length }))}
        chosen={chosen}
        onChoose={(area) =>
          ask(
            { ...(search.cycle ? { cycle: search.cycle } : {}), ...(area ? { area } : {}) },
            { resetScroll: false },
          )
        }
      />
      {areas
        .filter(([area]) => chosen === undefined || chosen === area)
        .map(([area, members]) => (
          <PublicArea key={area} area={area} commitments={members} />
        ))}
      {chosen === undefined && free.length > 0 && (
        <Panel title={t('state.otherFacts')}>
          {free.map(([place, facts]) => (
            <div key={place}>
              <h3>{place.includes('/') ? t(`word.factSection.${sectionOf(place)}`) : names.area(place)}</h3>
              <FactList facts={facts} />
            </div>
          ))}
        </Panel>
      )}
    </>
  );
}

/** An area by its key, a section of the report behind a slash. */
const placeOf = ({ areaKey, section }: PublicState['facts'][number]): string =>
  areaKey ?? `/${section ?? 'context'}`;

const sectionOf = (place: string) => (place === '/coordination' ? 'coordination' : 'context');

/** A link to a commitment opens it, once it is there. */
function openTheOneAskedFor(): void {
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(asked instanceof HTMLDetailsElement)) return;
  asked.open = true;
  asked.scrollIntoView();
}
