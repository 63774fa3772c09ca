import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { Callout } from '~/ui/Callout';
import { problemText } from '~/ui/ProblemAlert';

export interface Who {
  email: string;
  password: string;
}

interface PasswordFormProps {
  /** Who signs in, where only one person can. */
  address?: string;
  entering: UseMutationResult<void, Error, Who>;
}

/** Signs in by address and password. */
export function PasswordForm({ address, entering }: PasswordFormProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(address ?? '');
  const [password, setPassword] = useState('');
  const failure = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (entering.isError) failure.current?.focus();
  }, [entering.isError, entering.submittedAt]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate({ email, password });
  };
  const wrong = isProblem(entering.error) && entering.error.status === 401;
  return (
    <form onSubmit={submit}>
      <Stack>
        {entering.isError && (
          <Callout tone="bad" role="alert" ref={failure}>
            {wrong ? t('signIn.wrong') : problemText(t, entering.error)}
          </Callout>
        )}
        <TextInput
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          readOnly={address !== undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus={address !== undefined || undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={entering.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
