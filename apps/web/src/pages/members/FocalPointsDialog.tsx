import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { RecordForm } from '~/ui/RecordForm';
import type { RecordValues } from '~/ui/record-values';
import classes from '../account/account.module.css';
import { useChange } from '../users/queries';
import { type Member, membersQuery } from './queries';
import { holdsStill } from './roles';

interface FocalPointsDialogProps {
  stateCode: string;
  commitmentId: string;
  code: string;
  onClose: () => void;
}

/** Who reports on a commitment: people of the State's team are made its focal points, and let go. */
export function FocalPointsDialog(props: FocalPointsDialogProps) {
  const { t } = useTranslation();
  const team = useQuery(membersQuery(props.stateCode));
  return (
    <Dialog title={t('member.focalPointsOf', { code: props.code })} onClose={props.onClose}>
      <Loaded query={team}>{({ members }) => <Assigned {...props} members={members} />}</Loaded>
    </Dialog>
  );
}

function Assigned({ commitmentId, members, onClose }: FocalPointsDialogProps & { members: Member[] }) {
  const { t } = useTranslation();
  const { day } = useLang();
  const assign = useChange(
    ({ userId, fromOn }: RecordValues) =>
      body(
        api.POST('/api/commitments/{id}/focal-points', {
          params: { path: { id: commitmentId } },
          body: { userId: userId ?? '', ...(fromOn ? { fromOn } : {}) },
        }),
      ),
    () => notify(t('member.assigned')),
  );
  const end = useChange((id: string) =>
    body(api.POST('/api/focal-points/{id}/end', { params: { path: { id } }, body: {} })),
  );
  const present = members.flatMap(({ name, commitments }) =>
    commitments.filter((each) => each.commitmentId === commitmentId).map((each) => ({ name, ...each })),
  );
  const others = members.filter(
    (each) =>
      each.active &&
      each.roles.some((role) => role.role === 'focal_point' && holdsStill(role)) &&
      !each.commitments.some((one) => one.commitmentId === commitmentId),
  );
  return (
    <>
      {present.length === 0 && <p className="soft">{t('member.noFocalPoint')}</p>}
      <ul className={classes.list}>
        {present.map(({ focalPointId, name, fromOn }) => (
          <li key={focalPointId} className={classes.item}>
            <span>
              <strong>{name}</strong> <span className="soft">{t('member.since', { day: day(fromOn) })}</span>
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('member.unassign')}: ${name}`}
              loading={end.isPending && end.variables === focalPointId}
              onClick={() => end.mutate(focalPointId)}
            >
              {t('member.unassign')}
            </Button>
          </li>
        ))}
      </ul>
      {end.isError && <ProblemAlert error={end.error} />}
      {others.length === 0 ? (
        <p>{t('member.nobodyElse')}</p>
      ) : (
        <RecordForm
          key={present.length}
          fields={[
            {
              name: 'userId',
              label: t('member.person'),
              kind: 'choice',
              options: others.map(({ userId, name }) => ({ value: userId, label: name })),
            },
            { name: 'fromOn', label: t('member.from'), hint: t('member.fromHint'), kind: 'day' },
          ]}
          values={{ userId: others[0]?.userId ?? '' }}
          submit={t('member.assign')}
          busy={assign.isPending}
          error={assign.error}
          onCancel={onClose}
          onSubmit={(values) => assign.mutate(values)}
        />
      )}
    </>
  );
}
