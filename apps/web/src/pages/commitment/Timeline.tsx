import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cyclesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { EmptyState } from '~/ui/EmptyState';
import { Standing } from '~/ui/Standing';
import { ReviewSign } from '~/ui/Words';
import type { CommitmentVersion, UpdateInTime } from './queries';
import classes from './Timeline.module.css';
import { type Point, pointsOf } from './timeline-points';

interface TimelineProps {
  updates: UpdateInTime[];
  versions: CommitmentVersion[];
}

/** Everything that happened to a commitment, the newest first: updates, plan versions, and cycles without a report. */
export function Timeline({ updates, versions }: TimelineProps) {
  const { t } = useTranslation();
  const cycles = useQuery(cyclesQuery).data ?? [];
  const points = pointsOf(updates, versions, cycles);
  return (
    <>
      {updates.length === 0 && <EmptyState text={t('commitment.noUpdates')} />}
      <ol className={classes.line}>
        {points.map((point, place) => (
          <li key={place} className={classes.point} data-kind={point.kind}>
            <PointWords point={point} />
          </li>
        ))}
      </ol>
    </>
  );
}

function PointWords({ point }: { point: Point }) {
  const { t } = useTranslation();
  const { day } = useLang();
  const cycleName = useCycleName();
  switch (point.kind) {
    case 'update':
      return <UpdateWords update={point.update} />;
    case 'plan':
      return (
        <div className={classes.head}>
          <strong>{t('commitment.planVersion', { n: point.version.planVersionNumber })}</strong>
          <span className="soft">{day(point.day)}</span>
        </div>
      );
    case 'carried':
      return (
        <>
          <div className={classes.head}>
            <strong>{cycleName(point.cycle.key)}</strong>
          </div>
          <p className="soft">{t('commitment.carried', { cycle: cycleName(point.from.cycleKey) })}</p>
        </>
      );
  }
}

function UpdateWords({ update }: { update: UpdateInTime }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const cycleName = useCycleName();
  return (
    <>
      <div className={classes.head}>
        <Link to="/updates/$id" params={{ id: update.id }}>
          <strong>{cycleName(update.cycleKey)}</strong>
          {update.revision > 1 && ` · ${t('update.revision', { n: update.revision })}`}
        </Link>
        <ReviewSign word={update.reviewState} />
        {update.noChange && <span className="soft">{t('update.noChange')}</span>}
        <span className="soft">{instant(update.updatedAt)}</span>
      </div>
      <Standing update={update} />
      {update.returnReason && (
        <p>
          <strong>{t('update.returnedBecause')}:</strong> {update.returnReason}
        </p>
      )}
      {update.revisionReason && (
        <p>
          <strong>{t('update.revisedBecause')}:</strong> {update.revisionReason}
        </p>
      )}
      <BothText of={update} name="narrative" narrative />
    </>
  );
}
