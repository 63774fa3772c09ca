import { ActionIcon, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { AssignButton } from '~/pages/members/AssignButton';
import { Sign } from '~/ui/Sign';
import { SureButton } from '~/ui/SureButton';
import { PlanProblem } from './PlanProblem';
import classes from './Plans.module.css';
import { over, type Plan, type PlanCommitment, usePlanChange } from './queries';
import { useRowDrag } from './use-row-drag';

interface CommitmentRowProps {
  plan: Plan;
  commitment: PlanCommitment;
  editable: boolean;
  /** How it differs from the version in force. */
  mark: 'added' | 'changed' | undefined;
  /** Names; undefined for who may not know. */
  focalPoints: string[] | undefined;
  onMove: (to: number) => void;
  onAskPlace: () => void;
  onDropped: (versionId: string, edge: 'before' | 'after') => void;
}

/** One commitment of a plan version; in a draft with what can be done to it. */
export function CommitmentRow(props: CommitmentRowProps) {
  const { plan, commitment, editable, mark, focalPoints } = props;
  const { t } = useTranslation();
  const { text, day } = useLang();
  const names = useNames();
  const { row, handle, edge } = useRowDrag(commitment.versionId, editable, props.onDropped);
  const { code, versionId } = commitment;
  const when = commitment.continuous ? t('commitment.continuous') : day(commitment.dueOn);
  const facts = [
    names.area(commitment.areaKey),
    when,
    commitment.milestones?.length ? t('plan.milestones', { count: commitment.milestones.length }) : '',
  ];
  return (
    <li ref={row} id={code ?? undefined} className={classes.row} data-edge={edge}>
      {editable && (
        <span ref={handle} className={classes.handle} title={t('plan.drag')} aria-hidden>
          ⠿
        </span>
      )}
      <span className={classes.number}>{commitment.number}</span>
      <div className={classes.words}>
        <span>
          <span className={classes.code}>{code}</span>{' '}
          {editable ? (
            <Link to="/plans/$id/commitments/$version" params={{ id: plan.id, version: versionId }}>
              {text(commitment, 'title')}
            </Link>
          ) : (
            <Link to="/commitments/$id" params={{ id: commitment.commitmentId }}>
              {text(commitment, 'title')}
            </Link>
          )}{' '}
          {mark && (
            <Sign tone="accent" shape={mark === 'added' ? '+' : '≠'} text={t(`plan.markWord.${mark}`)} />
          )}
        </span>
        <span className="soft">{facts.filter((fact) => fact !== '').join(' · ')}</span>
        {focalPoints && <FocalPoints commitment={commitment} names={focalPoints} />}
      </div>
      {editable && <RowActions {...props} />}
    </li>
  );
}

function FocalPoints({ commitment, names }: { commitment: PlanCommitment; names: string[] }) {
  const { t } = useTranslation();
  const { list } = useLang();
  const { stateCode, commitmentId, code } = commitment;
  return (
    <span>
      <span className={names.length === 0 ? classes.nobody : 'soft'}>
        {names.length === 0 ? t('member.noFocalPoint') : `${t('commitment.focalPoints')}: ${list(names)}`}
      </span>{' '}
      <AssignButton variant="subtle" stateCode={stateCode} commitmentId={commitmentId} code={code ?? ''} />
    </span>
  );
}

function RowActions({ plan, commitment, onMove, onAskPlace }: CommitmentRowProps) {
  const { t } = useTranslation();
  const { code, number, versionId } = commitment;
  const remove = usePlanChange(() =>
    body(api.DELETE('/api/commitments/versions/{id}', { params: over(versionId, plan.version) })),
  );
  const last = plan.commitments.length;
  return (
    <div className={classes.actions}>
      {/* At an end they stay, so that the focus does: it is told where the commitment stands. */}
      <ActionIcon
        variant="default"
        aria-label={t('plan.up', { code })}
        aria-disabled={number === 1}
        data-disabled={number === 1 || undefined}
        onClick={() => onMove(Math.max(1, number - 1))}
      >
        ↑
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('plan.down', { code })}
        aria-disabled={number === last}
        data-disabled={number === last || undefined}
        onClick={() => onMove(Math.min(last, number + 1))}
      >
        ↓
      </ActionIcon>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('plan.moveOne', { code })}
        onClick={onAskPlace}
      >
        {t('plan.move')}
      </Button>
      <SureButton
        size="compact-sm"
        label={t('action.remove')}
        sure={t('plan.removeSure')}
        of={code ?? ''}
        busy={remove.isPending}
        onSure={() => remove.mutate(undefined)}
      />
      {remove.isError && <PlanProblem error={remove.error} />}
    </div>
  );
}
