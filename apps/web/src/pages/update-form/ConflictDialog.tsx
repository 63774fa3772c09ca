import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { ConflictField, type Side } from '~/ui/ConflictField';
import { Dialog } from '~/ui/Dialog';
import { differences, merged } from './conflict';
import { draftOf } from './draft';
import type { UpdateForm } from './use-update-form';

/** Somebody saved meanwhile: both versions side by side, and for each difference the person chooses which one stays. */
export function ConflictDialog({ form, current }: { form: UpdateForm; current: Schemas['UpdateDetail'] }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const theirs = draftOf(current);
  const found = differences(form.draft, theirs, t);
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  // What the person left empty is not worth more than what somebody wrote.
  const sideOf = (field: string): Side =>
    chosen[field] ?? (found.find((each) => each.field === field)?.mine === '' ? 'theirs' : 'mine');

  const keep = () => {
    form.save.reset();
    form.rebase(current, merged(form.draft, theirs, sideOf));
  };

  return (
    <Dialog title={t('conflict.title')} onClose={() => form.setConflict(null)} wide>
      <p>{t('conflict.text', { at: instant(current.updatedAt) })}</p>
      {found.length === 0 && <p>{t('conflict.same')}</p>}
      {found.map(({ field, label, mine, other }) => (
        <ConflictField
          key={field}
          label={label}
          mine={mine}
          theirs={other}
          chosen={sideOf(field)}
          onChoose={(side) => setChosen({ ...chosen, [field]: side })}
        />
      ))}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => form.setConflict(null)}>
          {t('conflict.later')}
        </Button>
        <Button onClick={keep}>{t('conflict.keep')}</Button>
      </Group>
    </Dialog>
  );
}
