import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SavedViews.module.css';

interface ViewNameFormProps {
  label: string;
  first: string;
  onName: (name: string) => Promise<unknown>;
  onCancel: () => void;
}

/** Asks for the name of a view; what is wrong with it is told above. */
export function ViewNameForm({ label, first, onName, onCancel }: ViewNameFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(first);
  const [busy, setBusy] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    onName(name.trim())
      .catch(() => undefined)
      .finally(() => setBusy(false));
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={label}
        value={name}
        maxLength={80}
        required
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <Button type="submit" size="sm" loading={busy} disabled={name.trim() === ''}>
        {t('views.keep')}
      </Button>
      <Button variant="default" size="sm" onClick={onCancel}>
        {t('views.cancel')}
      </Button>
    </form>
  );
}
