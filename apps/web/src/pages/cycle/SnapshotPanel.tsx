import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { Term } from '~/glossary/Term';
import { useLang } from '~/i18n/use-lang';
import { Facts, Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { type Snapshot, snapshotsQuery, verify } from './queries';
import classes from './SnapshotPanel.module.css';

/** What the endorsement froze, by its hash; anybody who reads it can have it checked. */
export function SnapshotPanel({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation();
  const snapshots = useQuery({ ...snapshotsQuery(cycle.key), enabled: cycle.endorsedAt !== null });
  const newest = snapshots.data?.[0];
  if (!newest) return null;
  return (
    <Panel title={<Term of="snapshot">{t('snapshot.title')}</Term>}>
      <SnapshotFacts snapshot={newest} />
    </Panel>
  );
}

function SnapshotFacts({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const { instant, number } = useLang();
  const me = useMe();
  const checking = useMutation({ mutationFn: () => verify(snapshot.id) });
  const counts = Object.entries(snapshot.summary).flatMap(([name, count]) =>
    typeof count === 'number' && isCounted(name) ? [`${t(`snapshot.count.${name}`)}: ${number(count)}`] : [],
  );
  const good = checking.data && checking.data.intact && checking.data.recomputed;
  return (
    <>
      <Facts
        rows={[
          [
            t('snapshot.id'),
            <code key="id" className={classes.code}>
              {snapshot.id}
            </code>,
          ],
          [
            t('snapshot.hash'),
            <code key="hash" className={classes.code}>
              {snapshot.sha256}
            </code>,
          ],
          [t('snapshot.at'), instant(snapshot.createdAt), 'endorsement'],
          [t('snapshot.holds'), counts.join(' · ')],
        ]}
      />
      <div className={classes.row}>
        <Button variant="default" onClick={() => checking.mutate()} loading={checking.isPending}>
          {t('snapshot.verify')}
        </Button>
        {may(me, 'report.read') && (
          <Link to="/reports" search={{ cycle: snapshot.cycleKey }}>
            {t('snapshot.toReports')}
          </Link>
        )}
        <span role="status">
          {checking.data && (
            <strong className={classes.verdict} data-good={good || undefined}>
              {good
                ? `✓ ${t('snapshot.good')}`
                : `✕ ${t('snapshot.bad', { parts: checking.data.differences.join(', ') })}`}
            </strong>
          )}
        </span>
      </div>
      {checking.isError && <ProblemAlert error={checking.error} />}
    </>
  );
}

const COUNTED = ['commitments', 'reported', 'updates', 'facts', 'figures'] as const;
const isCounted = (name: string): name is (typeof COUNTED)[number] =>
  (COUNTED as readonly string[]).includes(name);
