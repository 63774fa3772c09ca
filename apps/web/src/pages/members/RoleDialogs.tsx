import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useNames } from '~/api/reference';
import { throughDay } from '~/i18n/local-day';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { ReasonDialog } from '~/ui/ReasonDialog';
import { RecordForm } from '~/ui/RecordForm';
import { useChange } from '../users/queries';
import type { Chosen } from './roles';

interface RoleDialogProps extends Chosen {
  stateCode: string;
  onClose: () => void;
}

/** Lets a focal point go, having said what becomes of their commitments. */
export function EndDialog({ stateCode, member, role, onClose }: RoleDialogProps) {
  const { t } = useTranslation();
  const { name, commitments } = member;
  const end = useChange(
    (reason: string) =>
      body(
        api.POST('/api/states/{code}/members/{assignmentId}/end', {
          params: { path: { code: stateCode, assignmentId: role.id } },
          body: reason === '' ? {} : { reason },
        }),
      ),
    () => {
      notify(t('member.endDone', { name }));
      onClose();
    },
  );
  return (
    <ReasonDialog
      title={t('member.endTitle', { name })}
      text={
        commitments.length === 0
          ? t('member.endText')
          : t('member.endTextWith', { codes: commitments.map(({ code }) => code).join(', ') })
      }
      label={t('member.endWhy')}
      submit={t('member.end')}
      danger
      optional
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onSubmit={end.mutate}
    />
  );
}

/** Takes somebody back whose role has ended, until a day or until further notice. */
export function RenewDialog({ stateCode, member: { name }, role, onClose }: RoleDialogProps) {
  const { t } = useTranslation();
  const { timeZone } = useNames();
  const renew = useChange(
    (until: string | undefined) =>
      body(
        api.POST('/api/states/{code}/members/{assignmentId}/renew', {
          params: { path: { code: stateCode, assignmentId: role.id } },
          body: { validTo: throughDay(until, timeZone(stateCode)) },
        }),
      ),
    () => {
      notify(t('member.renewDone', { name }));
      onClose();
    },
  );
  return (
    <Dialog title={t('member.renewTitle', { name })} onClose={onClose}>
      <RecordForm
        fields={[{ name: 'validTo', label: t('users.validTo'), hint: t('users.validToHint'), kind: 'day' }]}
        values={{}}
        submit={t('member.renew')}
        busy={renew.isPending}
        error={renew.error}
        onCancel={onClose}
        onSubmit={({ validTo }) => renew.mutate(validTo)}
      />
    </Dialog>
  );
}
