import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayIn, useMe } from '~/app/session';
import { membersQuery } from '~/pages/members/queries';
import { EmptyState } from '~/ui/EmptyState';
import { Panel } from '~/ui/Panel';
import { CommitmentRow } from './CommitmentRow';
import { MoveDialog } from './MoveDialog';
import { changesBetween } from './plan-changes';
import { PlanProblem } from './PlanProblem';
import classes from './Plans.module.css';
import { type Plan, type PlanCommitment, useReorder } from './queries';

interface CommitmentListProps {
  plan: Plan;
  before: Plan | undefined;
  editable: boolean;
}

/** The commitments of a plan version in their order; in a draft they are added, written, moved and taken out. */
export function CommitmentList({ plan, before, editable }: CommitmentListProps) {
  const { t } = useTranslation();
  const me = useMe();
  const knowsPeople = mayIn(me, 'member.manage', plan.stateCode);
  const { members } = useQuery({ ...membersQuery(plan.stateCode), enabled: knowsPeople }).data ?? {};
  const [told, setTold] = useState('');
  const [moving, setMoving] = useState<PlanCommitment>();
  const order = useReorder(plan.id);
  const marks = before && editable ? changesBetween(before.commitments, plan.commitments) : undefined;
  const { commitments } = plan;
  const move = ({ code, versionId }: PlanCommitment, to: number): void => {
    order.mutate({ versionId, to });
    setTold(t('plan.movedTo', { code, to, count: commitments.length }));
  };
  return (
    <Panel
      title={t('plan.commitments', { count: commitments.length })}
      aside={
        editable && (
          <Button component={Link} size="compact-md" to={`/plans/${plan.id}/commitments/new`}>
            {t('plan.add')}
          </Button>
        )
      }
    >
      {order.isError && <PlanProblem error={order.error} />}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {commitments.length === 0 && <EmptyState text={t('plan.empty')} />}
      <ol className={classes.list}>
        {commitments.map((each) => (
          <CommitmentRow
            key={each.versionId}
            plan={plan}
            commitment={each}
            editable={editable}
            mark={
              marks?.added.some((one) => one.commitmentId === each.commitmentId)
                ? 'added'
                : marks?.changed.some(({ now }) => now.commitmentId === each.commitmentId)
                  ? 'changed'
                  : undefined
            }
            focalPoints={members?.flatMap(({ name, commitments: theirs }) =>
              theirs.some(({ commitmentId }) => commitmentId === each.commitmentId) ? [name] : [],
            )}
            onMove={(to) => move(each, to)}
            onAskPlace={() => setMoving(each)}
            onDropped={(versionId, edge) => {
              const dropped = commitments.find((one) => one.versionId === versionId);
              if (!dropped) return;
              const place = each.number + (edge === 'after' ? 1 : 0);
              move(dropped, place > dropped.number ? place - 1 : place);
            }}
          />
        ))}
      </ol>
      {moving && (
        <MoveDialog
          commitment={moving}
          count={commitments.length}
          onMove={(to) => move(moving, to)}
          onClose={() => setMoving(undefined)}
        />
      )}
    </Panel>
  );
}
