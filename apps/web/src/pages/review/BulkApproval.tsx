import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { Callout } from '~/ui/Callout';
import { Dialog } from '~/ui/Dialog';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { Standing } from '~/ui/Standing';
import { Tick } from '~/ui/Tick';
import { useBulkApproval, type Waiting } from './queries';
import classes from './ReviewPage.module.css';

/** Approves at once what says that nothing changed: a list to confirm, and then what could not be approved and why. */
export function BulkApproval({ updates }: { updates: Waiting[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const unchanged = updates.filter(({ noChange }) => noChange);
  if (unchanged.length === 0 && !open) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('bulk.open', { count: unchanged.length })}
      </Button>
      {open && <BulkDialog updates={unchanged} onClose={() => setOpen(false)} />}
    </>
  );
}

function BulkDialog({ updates: waiting, onClose }: { updates: Waiting[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useLang();
  // As they were when the dialog opened: what is approved leaves the queue behind it.
  const [updates] = useState(waiting);
  const [chosen, setChosen] = useState(() => new Set(updates.map(({ id }) => id)));
  const approval = useBulkApproval();
  const result = approval.data;
  if (result)
    return (
      <Dialog title={t('bulk.done', { count: result.approved.length })} onClose={onClose}>
        <div role="status">
          {result.approved.length > 0 && <p>{result.approved.map(({ code }) => code).join(', ')}</p>}
          {result.refused.length > 0 && (
            <Callout tone="warn" title={t('bulk.refused', { count: result.refused.length })}>
              <ul className={classes.refused}>
                {result.refused.map((each) => (
                  <li key={each.id}>
                    <strong>{each.code}</strong> {text(each, 'detail')}
                  </li>
                ))}
              </ul>
            </Callout>
          )}
        </div>
        <Group mt="md" justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {t('action.close')}
          </Button>
        </Group>
      </Dialog>
    );
  return (
    <Dialog title={t('bulk.title')} onClose={onClose} wide>
      <p>{t('bulk.text')}</p>
      <ul className={classes.bulk}>
        {updates.map((update) => (
          <li key={update.id}>
            <Tick
              label={`${update.code} ${text(update, 'title')}`}
              checked={chosen.has(update.id)}
              onChange={() => setChosen((before) => toggled(before, update.id))}
            />
            <div className={classes.said}>
              <Standing update={update} />
              <BothText of={update} name="narrative" narrative />
            </div>
          </li>
        ))}
      </ul>
      {approval.isError && <ProblemAlert error={approval.error} />}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          disabled={chosen.size === 0}
          loading={approval.isPending}
          onClick={() => approval.mutate([...chosen])}
        >
          {t('bulk.approve', { count: chosen.size })}
        </Button>
      </Group>
    </Dialog>
  );
}

const toggled = (chosen: Set<string>, id: string): Set<string> =>
  new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id]);
