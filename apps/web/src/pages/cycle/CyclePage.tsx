import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { CycleFindings } from '~/pages/findings/CycleFindings';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { useCycleName } from '~/ui/cycle-name';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { CycleSign } from '~/ui/Words';
import { KindsHistory } from '~/ui/history/KindsHistory';
import { CycleActions } from './CycleActions';
import { CycleDates } from './CycleDates';
import { cycleQuery } from './queries';
import { SnapshotPanel } from './SnapshotPanel';
import { SubmissionsPanel } from './SubmissionsPanel';

const route = getRouteApi('/app/cycles/$key');

/** One reporting cycle: its days, what each State has handed in, and its end. */
export function CyclePage() {
  const { t } = useTranslation();
  const { key } = route.useParams();
  const name = useCycleName();
  const me = useMe();
  const cycle = useQuery(cycleQuery(key));
  return (
    <>
      <PageTitle title={name(key)} over={cycle.data && <CycleSign word={cycle.data.state} />}>
        <Link to="/region" search={{ cycle: key }}>
          {t('cycle.toMatrix')}
        </Link>
        {may(me, 'reminder.read') && (
          <Link to="/late" search={{ cycle: key }}>
            {t('late.panel')}
          </Link>
        )}
        {cycle.data && <CycleActions cycle={cycle.data} />}
      </PageTitle>
      <Loaded query={cycle}>
        {(data) => (
          <>
            <SnapshotPanel cycle={data} />
            {may(me, 'submission.read') && <SubmissionsPanel cycle={data} />}
            {may(me, 'submission.read') && <CycleFindings cycleKey={data.key} />}
            <CycleDates cycle={data} />
            <HistoryPanel entity="cycle" id={data.id} />
            <KindsHistory kinds={['submission', 'snapshot']} />
          </>
        )}
      </Loaded>
    </>
  );
}
