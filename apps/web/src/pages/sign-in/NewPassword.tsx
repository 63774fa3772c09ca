import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NewPasswordProps {
  /** Whose it is, for the browser's own password store. */
  address: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A field for a new password, with what is asked of it. */
export function NewPassword({ address, value, error, onChange }: NewPasswordProps) {
  const { t } = useTranslation();
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={address} readOnly hidden />
      <PasswordInput
        label={t('account.newPassword')}
        description={t('account.newPasswordHint')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
