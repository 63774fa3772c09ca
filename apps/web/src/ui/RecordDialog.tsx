import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { notify } from './notice';
import { type RecordField, RecordForm } from './RecordForm';
import type { RecordValues } from './record-values';

interface RecordDialogProps {
  title: string;
  fields: RecordField[];
  values: RecordValues;
  /** Names of the queries that are read again. */
  changes: string[];
  /** @param seen the version that won, once the person has chosen between it and theirs */
  save: (values: RecordValues, seen: number | undefined) => Promise<unknown>;
  /** As in `RecordForm`. */
  theirs?: (current: unknown) => RecordValues;
  /** Takes the row away; asked twice. */
  remove?: () => Promise<unknown>;
  /** As in `RecordForm`. */
  part?: string;
  onClose: () => void;
}

/** A form over one row in a dialog: saves it, or takes it away. */
export function RecordDialog({
  title,
  fields,
  values,
  changes,
  save,
  theirs,
  remove,
  part,
  onClose,
}: RecordDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const work = useMutation({
    mutationFn: (todo: () => Promise<unknown>) => todo(),
    onSuccess: async () => {
      await Promise.all(changes.map((name) => client.invalidateQueries({ queryKey: [name] })));
      notify(t('record.saved'));
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose} wide>
      <RecordForm
        fields={fields}
        values={values}
        submit={t('record.save')}
        busy={work.isPending}
        error={work.error}
        onCancel={onClose}
        {...(part === undefined ? {} : { part })}
        {...(theirs === undefined ? {} : { theirs })}
        onSubmit={(written, seen) => work.mutate(() => save(written, seen))}
        aside={
          remove && (
            <Button
              variant="default"
              color="red"
              onClick={() => (sure ? work.mutate(remove) : setSure(true))}
            >
              {t(sure ? 'record.removeSure' : 'action.remove')}
            </Button>
          )
        }
      />
    </Dialog>
  );
}
