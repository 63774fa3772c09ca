import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cyclesQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { adoptedVersion, commitmentQuery, timelineQuery } from '~/pages/commitment/queries';
import { updateQuery } from '~/pages/update/queries';
import { AsOf } from '~/ui/AsOf';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { beginningOf } from './beginning';
import { UpdateForm } from './UpdateForm';

/** How long a form waits for the newest version when an earlier one is on the device; then it begins with that. */
const PATIENCE = 5000;

const route = getRouteApi('/app/my-updates/$cycle/$commitment');

/** The form of one commitment in one cycle. */
export function UpdateFormPage() {
  const params = route.useParams();
  return (
    <CommitmentForm
      key={`${params.cycle}.${params.commitment}`}
      cycleKey={params.cycle}
      id={params.commitment}
    />
  );
}

function CommitmentForm({ cycleKey, id }: { cycleKey: string; id: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const cycleName = useCycleName();
  const { failed, start, earlier, read } = useStart(cycleKey, id);
  if (failed) return <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!start) return <PageSkeleton rows={8} />;
  const { commitment, version, cycle, update } = start;
  const locked = update && update.reviewState !== 'draft' && update.reviewState !== 'returned';
  return (
    <>
      <PageTitle
        title={text(version, 'title')}
        over={
          <>
            <Link to="/commitments/$id" params={{ id }} search={{}}>
              {commitment.code}
            </Link>{' '}
            · {names.area(version.areaKey)} · {names.state(commitment.stateCode)} · {cycleName(cycleKey)}
          </>
        }
      />
      <AsOf of={read} />
      {locked ? (
        <EmptyState
          title={t(`word.reviewState.${update.reviewState}`)}
          text={t(update.reviewState === 'submitted' ? 'form.underReview' : 'form.locked')}
        >
          <Link to="/updates/$id" params={{ id: update.id }}>
            {t('form.toUpdate')}
          </Link>
        </EmptyState>
      ) : (
        <UpdateForm
          code={commitment.code}
          cycle={cycle}
          commitmentId={id}
          milestones={version.milestones ?? []}
          update={update}
          earlier={earlier.data}
          recalling={earlier.isLoading}
        />
      )}
    </>
  );
}

/**
 * Everything that the form begins with. It stays as it was on opening: what is read again later must not disturb the form.
 * What was said last time stands beside it, and the form does not wait for it.
 */
function useStart(cycleKey: string, id: string) {
  const commitment = useQuery(commitmentQuery(id));
  const timeline = useQuery(timelineQuery(id));
  const cycle = useQuery(cyclesQuery).data?.find((each) => each.key === cycleKey);
  const { mine, before } = beginningOf(timeline.data, cycle, cycleKey);
  const update = useQuery(updateQuery(mine?.id ?? ''));
  const earlier = useQuery(updateQuery(before?.id ?? ''));
  const [start, setStart] = useState<ReturnType<typeof whole>>(undefined);
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE);
    return () => clearTimeout(timer);
  }, []);

  function whole() {
    const version = commitment.data && adoptedVersion(commitment.data);
    // Not what an earlier visit left in the cache: a form that begins with an old version would end in a conflict.
    const waiting = [timeline, update].some(
      (query) => (patient && query.isFetching) || (query.isEnabled && !query.data),
    );
    if (!commitment.data || !version || !cycle || waiting) return undefined;
    return { commitment: commitment.data, version, cycle, update: update.data };
  }

  const now = start ?? whole();
  if (!start && now) setStart(now);
  return {
    start: now,
    earlier,
    read: [commitment, timeline, update, earlier],
    failed: start ? undefined : [commitment, timeline, update].find((query) => query.isError && !query.data),
  };
}
