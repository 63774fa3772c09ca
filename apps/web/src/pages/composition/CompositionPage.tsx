import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useCycleName } from '~/ui/cycle-name';
import { CyclePicker } from '~/ui/CyclePicker';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { useAsk } from '~/ui/use-order';
import { Panel } from '~/ui/Panel';
import { EditionPanel } from './EditionPanel';
import { NumbersNotice } from './NumbersNotice';
import { compositionQuery } from './queries';
import type { CompositionSearch } from './search';
import { SectionsTable } from './SectionsTable';

const route = getRouteApi('/app/reports/preparation/$cycle');

/** The report in preparation: who writes what, what is missing, and the edition that comes of it. */
export function CompositionPage() {
  const { t } = useTranslation();
  const { cycle } = route.useParams();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const ask = useAsk<CompositionSearch>();
  const me = useMe();
  const name = useCycleName();
  const composition = useQuery(compositionQuery(cycle));
  return (
    <>
      <PageTitle
        title={t('composition.title')}
        over={
          <>
            <Link to="/reports">{t('nav.reports')}</Link> · {name(cycle)}
          </>
        }
      >
        <CyclePicker
          value={cycle}
          onChange={(key) => void navigate({ params: { cycle: key }, search: true })}
        />
      </PageTitle>
      <Loaded query={composition}>
        {(data) => (
          <>
            <NumbersNotice numbers={data.numbers} />
            <Panel anchor="sections" title={t('composition.sections')}>
              {data.sections.length === 0 ? (
                <EmptyState text={t('composition.noneMine')} />
              ) : (
                <SectionsTable
                  composition={data}
                  state={state}
                  onState={(chosen) => ask(chosen ? { state: chosen } : {})}
                />
              )}
            </Panel>
          </>
        )}
      </Loaded>
      {(may(me, 'edition.prepare') || may(me, 'edition.endorse')) && (
        <EditionPanel cycleKey={cycle} sections={composition.data?.sections ?? []} />
      )}
    </>
  );
}
