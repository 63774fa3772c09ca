import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { fromDay, throughDay } from '~/i18n/local-day';
import { Dialog } from '~/ui/Dialog';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import type { RecordValues } from '~/ui/record-values';
import { colleaguesQuery, delegationsQuery } from './queries';

/** Hands the own powers over to a colleague for some days. */
export function DelegationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const colleagues = useQuery(colleaguesQuery);
  const give = useMutation({
    mutationFn: ({ takerId = '', from, to = '', reason }: RecordValues) =>
      body(
        api.POST('/api/me/delegations', {
          body: {
            takerId,
            validFrom: fromDay(from),
            validTo: throughDay(to) ?? '',
            reason: reason?.trim() || null,
          },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: delegationsQuery.queryKey });
      notify(t('account.delegation.done'));
      onClose();
    },
  });
  return (
    <Dialog title={t('account.delegation.give')} onClose={onClose}>
      <Loaded query={colleagues}>
        {(list) => (
          <RecordForm
            fields={[
              {
                name: 'takerId',
                label: t('account.delegation.taker'),
                kind: 'choice',
                required: true,
                options: [
                  { value: '', label: t('account.delegation.choose') },
                  ...list.map(({ id, name, role }) => ({
                    value: id,
                    label: `${name} (${t(`role.${role}`)})`,
                  })),
                ],
              },
              {
                name: 'from',
                label: t('account.delegation.from'),
                hint: t('account.delegation.fromHint'),
                kind: 'day',
              },
              { name: 'to', label: t('account.delegation.to'), kind: 'day', required: true },
              { name: 'reason', label: t('account.delegation.reason'), kind: 'line' },
            ]}
            values={{}}
            submit={t('account.delegation.submit')}
            busy={give.isPending}
            error={give.error}
            onCancel={onClose}
            onSubmit={(values) => give.mutate(values)}
          />
        )}
      </Loaded>
    </Dialog>
  );
}
