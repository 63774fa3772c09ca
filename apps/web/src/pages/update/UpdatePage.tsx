import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { timelineQuery } from '~/pages/commitment/queries';
import { QueueRail } from '~/pages/review/QueueRail';
import { useCycleName } from '~/ui/cycle-name';
import { AsOf } from '~/ui/AsOf';
import { EvidenceList } from '~/ui/EvidenceList';
import { Loaded } from '~/ui/Loaded';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { ReviewReasons } from '~/ui/ReviewReasons';
import { ReviewSign } from '~/ui/Words';
import { Comparison } from './Comparison';
import { Decisions } from './Decisions';
import { FactsAndFindings } from './FactsAndFindings';
import { UpdateHistory } from './UpdateHistory';
import { MilestoneList } from './MilestoneList';
import { updateQuery } from './queries';
import { Statement } from './Statement';
import classes from './UpdatePage.module.css';

const route = getRouteApi('/app/updates/$id');

/** One update whole: what it says beside what the last period said, figures, evidence and history. */
export function UpdatePage() {
  const { t } = useTranslation();
  const tools = useLang();
  const { id } = route.useParams();
  const names = useNames();
  const cycleName = useCycleName();
  const update = useQuery(updateQuery(id));
  const timeline = useQuery({
    ...timelineQuery(update.data?.commitmentId ?? ''),
    enabled: update.data !== undefined,
  });
  const earlier = timeline.data?.find(
    (each) =>
      update.data !== undefined &&
      each.periodEnd < update.data.periodEnd &&
      (each.reviewState === 'approved' || each.reviewState === 'published'),
  );
  const before = useQuery(updateQuery(earlier?.id ?? ''));

  return (
    <Loaded query={update} skeleton={<PageSkeleton />}>
      {(data) => (
        <div className={classes.page} data-queue={data.actions.includes('approve') || undefined}>
          {data.actions.includes('approve') && <QueueRail id={data.id} />}
          <div className={classes.update}>
            <PageTitle
              title={tools.text(data, 'title')}
              over={
                <>
                  <Link
                    to="/states/$code"
                    params={{ code: data.stateCode }}
                    search={{ cycle: data.cycleKey }}
                  >
                    {names.state(data.stateCode)}
                  </Link>{' '}
                  · {names.area(data.areaKey)} ·{' '}
                  <Link to="/commitments/$id" params={{ id: data.commitmentId }}>
                    {data.code}
                  </Link>{' '}
                  · {cycleName(data.cycleKey)}
                  {data.revision > 1 && ` · ${t('update.revision', { n: data.revision })}`}{' '}
                  <ReviewSign word={data.reviewState} />
                </>
              }
            >
              <Decisions update={data} />
            </PageTitle>
            <AsOf of={[update, timeline, before]} />
            <ReviewReasons of={data} />
            {before.data ? (
              <Comparison update={data} before={before.data} />
            ) : (
              <>
                <Statement update={data} />
                {data.milestones.length > 0 && <MilestoneList milestones={data.milestones} />}
              </>
            )}
            <FactsAndFindings update={data} before={before.data} />
            {data.evidence.length > 0 && (
              <Panel title={t('update.evidence')}>
                <EvidenceList evidence={data.evidence} />
              </Panel>
            )}
            <UpdateHistory update={data} />
          </div>
        </div>
      )}
    </Loaded>
  );
}
