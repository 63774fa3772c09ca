import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { api, body } from '~/api/client';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './account.module.css';
import { codeProblem } from './code-problem';

/** Sets an authenticator app up: its QR code, a first code from it, then the recovery codes. */
export function TotpSetup({ onConfirmed, onDone }: { onConfirmed?: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => body(api.POST('/api/me/second-factor/totp')) });
  const confirm = useMutation({
    mutationFn: () => body(api.PUT('/api/me/second-factor/totp', { body: { code } })),
    onSuccess: () => onConfirmed?.(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  if (confirm.data) return <RecoveryCodes codes={confirm.data.codes} onDone={onDone} />;
  if (!begin.data)
    return (
      <>
        {begin.isError && <ProblemAlert error={begin.error} />}
        <Button onClick={() => begin.mutate()} loading={begin.isPending}>
          {t('account.totp.begin')}
        </Button>
      </>
    );
  const refused = codeProblem(t, confirm.error);
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{t('account.totp.scan')}</p>
        <QrCode text={begin.data.address} label={t('account.totp.qr')} />
        <p>
          {t('account.totp.type')} <code className={classes.secret}>{begin.data.secret}</code>
        </p>
        {confirm.isError && refused === undefined && <ProblemAlert error={confirm.error} />}
        <TextInput
          label={t('account.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
          value={code}
          error={refused}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={confirm.isPending}>
          {t('account.totp.confirm')}
        </Button>
      </Stack>
    </form>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <p role="status">{t('account.recovery.text')}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={onDone}>{t('account.recovery.done')}</Button>
    </Stack>
  );
}

/** Dark on light in every colour scheme: cameras read nothing else. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
