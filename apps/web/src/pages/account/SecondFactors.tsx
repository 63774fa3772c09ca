import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { RecordForm } from '~/ui/RecordForm';
import classes from './account.module.css';
import { PasskeyAdding } from './PasskeyAdding';
import { secondFactorsQuery } from './queries';
import { TotpSetup } from './TotpSetup';

type Factors = Schemas['SecondFactorsDto'];

/** The own authenticator app and passkeys. */
export function SecondFactors() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const factors = useQuery(secondFactorsQuery);
  const reload = () => void client.invalidateQueries({ queryKey: secondFactorsQuery.queryKey });
  return (
    <>
      <Panel title={t('account.totp.title')}>
        <Loaded query={factors}>{(data) => <Totp factors={data} onChange={reload} />}</Loaded>
      </Panel>
      <Panel title={t('account.passkeys.title')}>
        <Loaded query={factors}>{(data) => <Passkeys factors={data} onChange={reload} />}</Loaded>
      </Panel>
    </>
  );
}

function Totp({ factors, onChange }: { factors: Factors; onChange: () => void }) {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState(false);
  const remove = useMutation({
    mutationFn: (code: string) => body(api.POST('/api/me/second-factor/totp/remove', { body: { code } })),
    onSuccess: () => {
      setRemoving(false);
      notify(t('account.totp.removed'));
      onChange();
    },
  });
  if (!factors.totp)
    return (
      <>
        <p>{t('account.totp.none')}</p>
        <TotpSetup onDone={onChange} />
      </>
    );
  return (
    <>
      <p>{t('account.totp.there', { count: factors.recoveryCodesLeft })}</p>
      <Button variant="default" onClick={() => setRemoving(true)}>
        {t('account.totp.remove')}
      </Button>
      {removing && (
        <Dialog title={t('account.totp.remove')} onClose={() => setRemoving(false)}>
          <RecordForm
            fields={[{ name: 'code', label: t('account.code'), kind: 'line', required: true }]}
            values={{}}
            submit={t('action.remove')}
            busy={remove.isPending}
            error={remove.error}
            onCancel={() => setRemoving(false)}
            onSubmit={(values) => remove.mutate(values['code'] ?? '')}
          />
        </Dialog>
      )}
    </>
  );
}

function Passkeys({ factors, onChange }: { factors: Factors; onChange: () => void }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const [round, setRound] = useState(0);
  const remove = useMutation({
    mutationFn: (id: string) =>
      body(api.DELETE('/api/me/second-factor/passkeys/{id}', { params: { path: { id } } })),
    onSuccess: onChange,
  });
  const added = () => {
    notify(t('account.passkeys.added'));
    setRound((before) => before + 1);
    onChange();
  };
  return (
    <>
      <p>{t('account.passkeys.text')}</p>
      {remove.isError && <ProblemAlert error={remove.error} />}
      {factors.passkeys.length > 0 && (
        <ul className={classes.list}>
          {factors.passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className={classes.item}>
              <span>
                <strong>{name}</strong>{' '}
                <span className="soft">
                  {t('account.passkeys.since', { at: instant(lastUsedAt ?? createdAt) })}
                </span>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('action.remove')}: ${name}`}
                loading={remove.isPending && remove.variables === id}
                onClick={() => remove.mutate(id)}
              >
                {t('action.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PasskeyAdding key={round} onAdded={added} />
    </>
  );
}
