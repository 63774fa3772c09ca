import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import classes from './ConflictDialog.module.css';
import { differences, merged, type Side } from './conflict';
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
      {found.length === 0 ? (
        <p>{t('conflict.same')}</p>
      ) : (
        <div className={classes.list}>
          {found.map(({ field, label, mine, other }) => (
            <fieldset key={field} className={classes.field}>
              <legend>{label}</legend>
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} className={classes.side}>
                  <input
                    type="radio"
                    name={`conflict-${field}`}
                    checked={sideOf(field) === side}
                    onChange={() => setChosen({ ...chosen, [field]: side })}
                  />
                  <span>
                    <strong>{t(side === 'mine' ? 'conflict.mine' : 'conflict.theirs')}</strong>
                    <span className={classes.value}>
                      {(side === 'mine' ? mine : other) || t('conflict.nothing')}
                    </span>
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => form.setConflict(null)}>
          {t('conflict.later')}
        </Button>
        <Button onClick={keep}>{t('conflict.keep')}</Button>
      </Group>
    </Dialog>
  );
}
