import { Button, CopyButton, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '~/api/client';
import { isProblem } from '~/api/problem';
import { useMe } from '~/app/session';
import { throughDay } from '~/i18n/local-day';
import { Callout } from '~/ui/Callout';
import { Dialog } from '~/ui/Dialog';
import { RecordForm } from '~/ui/RecordForm';
import type { RecordValues } from '~/ui/record-values';
import classes from './account.module.css';
import { tokensQuery } from './queries';

const QUARTER_MS = 90 * 24 * 60 * 60 * 1000;

type Permissions = Schemas['NewTokenDto']['permissions'];

/** Makes a token and shows it, this once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const own = [
    ...new Set(me.permissions.flatMap(({ permission, forPrograms }) => (forPrograms ? [permission] : []))),
  ];
  const [chosen, setChosen] = useState<string[]>(own.filter((permission) => permission === 'export.read'));
  const [inAQuarter] = useState(() => new Date(Date.now() + QUARTER_MS).toISOString().slice(0, 10));
  const make = useMutation({
    mutationFn: ({ name = '', to = '' }: RecordValues) =>
      body(
        api.POST('/api/me/tokens', {
          body: { name, permissions: chosen as Permissions, expiresAt: throughDay(to) ?? '' },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  const problems = isProblem(make.error)
    ? make.error.fields.filter(({ field }) => field.startsWith('permissions'))
    : [];
  return (
    <Dialog title={t('account.token.make')} onClose={onClose}>
      {make.data ? (
        <Shown token={make.data.token} onClose={onClose} />
      ) : (
        <RecordForm
          fields={[
            { name: 'name', label: t('account.token.name'), kind: 'line', required: true },
            {
              name: 'to',
              label: t('account.token.to'),
              hint: t('account.token.toHint'),
              kind: 'day',
              required: true,
            },
          ]}
          values={{ to: inAQuarter }}
          submit={t('account.token.make')}
          busy={make.isPending}
          error={make.error}
          others={['permissions']}
          onCancel={onClose}
          onSubmit={(values) => make.mutate(values)}
        >
          <fieldset className={classes.permissions}>
            <legend>{t('account.token.permissions')}</legend>
            <p className="soft">{t('account.token.permissionsHint')}</p>
            {own.map((permission) => (
              <label key={permission}>
                <input
                  type="checkbox"
                  checked={chosen.includes(permission)}
                  onChange={({ currentTarget: { checked } }) =>
                    setChosen((before) =>
                      checked ? [...before, permission] : before.filter((each) => each !== permission),
                    )
                  }
                />{' '}
                <code>{permission}</code>
              </label>
            ))}
            {problems.map(({ field, detail }) => (
              <p key={field} role="alert" className={classes.problem}>
                {detail}
              </p>
            ))}
          </fieldset>
        </RecordForm>
      )}
    </Dialog>
  );
}

function Shown({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Callout tone="warn" role="status">
        {t('account.token.once')}
      </Callout>
      <p>
        <code className={classes.secret}>{token}</code>
      </p>
      <Group justify="flex-end">
        <CopyButton value={token}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{t(copied ? 'account.token.copied' : 'account.token.copy')}</Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
      </Group>
    </>
  );
}
