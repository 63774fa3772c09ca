import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, seen } from '~/api/client';
import type { State } from '~/api/reference';
import { holds, useMe } from '~/app/session';
import { notify } from '~/ui/notice';
import { Panel } from '~/ui/Panel';
import { ReasonDialog } from '~/ui/ReasonDialog';

const stateQuery = (code: string) =>
  queryOptions({
    queryKey: ['states', code],
    queryFn: () => body(api.GET('/api/states/{code}', { params: { path: { code } } })),
  });

/** Whether one person is enough for an update: for who may decide that for the State. */
export function SelfApproval({ stateCode }: { stateCode: string }) {
  const me = useMe();
  const state = useQuery(stateQuery(stateCode)).data;
  const mine = holds(me, 'national_coordinator', stateCode) || holds(me, 'administrator');
  return mine && state ? <Switch state={state} /> : null;
}

function Switch({ state: { code, version, allowSelfApproval } }: { state: State }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: (reason: string) =>
      body(
        api.PATCH('/api/states/{code}', {
          params: { path: { code }, header: seen(version) },
          body: { allowSelfApproval: !allowSelfApproval, reason },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['states'] }),
  });
  const act = t(allowSelfApproval ? 'selfApproval.forbid' : 'selfApproval.allow');
  const close = () => {
    setAsking(false);
    change.reset();
  };
  return (
    <Panel title={t('selfApproval.title')}>
      <p>{t(allowSelfApproval ? 'selfApproval.off' : 'selfApproval.on')}</p>
      <Button variant="default" onClick={() => setAsking(true)}>
        {act}
      </Button>
      {asking && (
        <ReasonDialog
          title={act}
          text={t(allowSelfApproval ? 'selfApproval.forbidText' : 'selfApproval.allowText')}
          label={t('selfApproval.why')}
          submit={act}
          busy={change.isPending}
          error={change.error}
          onClose={close}
          onSubmit={(reason) =>
            change.mutate(reason, {
              onSuccess: () => {
                notify(t('selfApproval.done'));
                close();
              },
            })
          }
        />
      )}
    </Panel>
  );
}
