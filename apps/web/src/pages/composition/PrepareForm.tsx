import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LongInput } from '~/ui/LongInput';
import { RefusalAlert } from '~/ui/RefusalAlert';
import classes from './composition.module.css';
import { type Edition, usePrepare } from './edition-queries';

interface PrepareFormProps {
  cycleKey: string;
  /** The one in preparation, if any: it is put together again. */
  edition: Edition | undefined;
  first: boolean;
}

/** Freezes the final texts beside the newest snapshot; from the second edition on with what it corrects. */
export function PrepareForm({ cycleKey, edition, first }: PrepareFormProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState({ noteEn: edition?.noteEn ?? '', noteEs: edition?.noteEs ?? '' });
  const prepare = usePrepare(cycleKey);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prepare.mutate(note);
  };
  return (
    <form onSubmit={submit}>
      {!first && (
        <div className={classes.pair}>
          {(['noteEs', 'noteEn'] as const).map((field) => (
            <LongInput
              key={field}
              label={t(`edition.${field}`)}
              lang={field === 'noteEn' ? 'en' : 'es'}
              rows={2}
              maxLength={1000}
              value={note[field]}
              onChange={(event) => setNote({ ...note, [field]: event.currentTarget.value })}
            />
          ))}
        </div>
      )}
      {prepare.isError && <RefusalAlert error={prepare.error} title={t('edition.notReady')} />}
      <p>
        <Button type="submit" variant={edition ? 'default' : 'filled'} loading={prepare.isPending}>
          {t(edition ? 'edition.again' : 'edition.prepare')}
        </Button>
      </p>
      <p className="soft">{t(edition ? 'edition.againWhy' : 'edition.prepareWhy')}</p>
    </form>
  );
}
