import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { forget, keep, type Kept, keyOf } from '~/outbox/kept-drafts';
import { sendNow } from '~/outbox/sender';
import { Callout } from '~/ui/Callout';
import { Dialog } from '~/ui/Dialog';
import { LongInput } from '~/ui/LongInput';
import { notify } from '~/ui/notice';
import classes from './dialogs.module.css';
import type { Due } from './queries';

const REASONS = ['ongoing', 'awaitingBudget', 'awaitingDecision'] as const;

/** What is kept and sent when nothing changed. */
const unchanged = (userId: string, item: Due, reason: Kept['reason']): Kept => ({
  ...{ userId, cycleKey: item.cycleKey, commitmentId: item.commitmentId, code: item.code },
  ...{ draft: null, updateId: null, version: null, submit: true },
  reason,
  at: new Date().toISOString(),
  key: crypto.randomUUID(),
});

/** "Nothing changed": one press on the reason sends it, or keeps it until there is a network. */
export function NoChangeDialog({ item, onClose }: { item: Due; onClose: () => void }) {
  const { t } = useTranslation();
  const { lang, text } = useLang();
  const client = useQueryClient();
  const userId = useMe().user.id;
  const [own, setOwn] = useState('');
  const [empty, setEmpty] = useState(false);
  const [sending, setSending] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const say = async (reason: string) => {
    const kept = unchanged(userId, item, lang === 'en' ? { narrativeEn: reason } : { narrativeEs: reason });
    setSending(reason);
    keep(kept);
    const outcome = await sendNow({ client, userId }, keyOf(kept));
    setSending(null);
    if (outcome.to === 'stuck') {
      forget(kept);
      setRefused(outcome.stuck.why === 'refused' ? outcome.stuck.detail : t('kept.conflict'));
      return;
    }
    if (outcome.to !== 'sent') notify(t('noChange.queued', { code: item.code }));
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (own.trim() === '') setEmpty(true);
    else void say(own.trim());
  };

  return (
    <Dialog title={`${item.code} ${text(item, 'title')}`} onClose={onClose}>
      <p>{t('noChange.text')}</p>
      {refused !== null && (
        <Callout tone="bad" role="alert">
          {refused}
        </Callout>
      )}
      <div role="group" aria-label={t('noChange.choose')} className={classes.reasons}>
        <p className={classes.label}>{t('noChange.choose')}</p>
        {REASONS.map((reason) => (
          <Button
            key={reason}
            variant="default"
            justify="flex-start"
            className={classes.reason}
            loading={sending === t(`noChange.${reason}`)}
            onClick={() => void say(t(`noChange.${reason}`))}
          >
            {t(`noChange.${reason}`)}
          </Button>
        ))}
      </div>
      <form onSubmit={submit} noValidate>
        <LongInput
          label={t('noChange.label')}
          rows={2}
          value={own}
          error={empty && own.trim() === '' ? t('reason.required') : undefined}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <div className={classes.ways}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={sending !== null && sending === own.trim()}>
            {t('noChange.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
