import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cyclesQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { commitmentQuery, timelineQuery } from '~/pages/commitment/queries';
import { updateQuery } from '~/pages/update/queries';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { UpdateForm } from './UpdateForm';

const route = getRouteApi('/app/my-updates/$cycle/$commitment');

/** The form of one commitment in one cycle, once everything that it shows is here. */
export function UpdateFormPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const { cycle: cycleKey, commitment: id } = route.useParams();
  const names = useNames();
  const cycleName = useCycleName();
  const commitment = useQuery(commitmentQuery(id));
  const timeline = useQuery(timelineQuery(id));
  const cycle = useQuery(cyclesQuery).data?.find((each) => each.key === cycleKey);
  const mine = timeline.data?.find((each) => each.cycleKey === cycleKey && each.isLatest);
  const before = timeline.data?.find(
    (each) =>
      cycle !== undefined &&
      each.periodEnd < cycle.factsTo &&
      each.cycleKey !== cycleKey &&
      (each.reviewState === 'approved' || each.reviewState === 'published'),
  );
  const update = useQuery(updateQuery(mine?.id ?? ''));
  const earlier = useQuery(updateQuery(before?.id ?? ''));
  const failed = [commitment, timeline, update, earlier].find((query) => query.isError);

  if (failed) return <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />;
  const version =
    commitment.data?.versions.find((each) => each.planStatus === 'adopted') ?? commitment.data?.versions[0];
  const waiting = !timeline.data || (mine && !update.data) || (before && !earlier.data);
  if (!commitment.data || !version || !cycle || waiting) return <PageSkeleton rows={8} />;

  const locked = mine && mine.reviewState !== 'draft' && mine.reviewState !== 'returned';
  return (
    <>
      <PageTitle
        title={text(version, 'title')}
        over={`${commitment.data.code} · ${names.area(version.areaKey)} · ${names.state(commitment.data.stateCode)} · ${cycleName(cycleKey)}`}
      />
      {locked ? (
        <EmptyState
          title={t(`word.reviewState.${mine.reviewState}`)}
          text={t(mine.reviewState === 'submitted' ? 'form.underReview' : 'form.locked')}
        >
          <Link to="/updates/$id" params={{ id: mine.id }}>
            {t('form.toUpdate')}
          </Link>
        </EmptyState>
      ) : (
        <UpdateForm
          key={`${cycleKey}.${id}`}
          code={commitment.data.code}
          cycle={cycle}
          commitmentId={id}
          milestones={version.milestones ?? []}
          update={update.data}
          earlier={earlier.data}
        />
      )}
    </>
  );
}
