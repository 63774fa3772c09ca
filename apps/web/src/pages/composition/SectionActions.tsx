import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { ReasonDialog } from '~/ui/ReasonDialog';
import { RefusalAlert } from '~/ui/RefusalAlert';
import classes from './composition.module.css';
import { type NextState, useMove } from './queries';
import type { Safety, SectionDraft } from './use-section-draft';

const SHAPES: Record<Safety, string> = {
  server: '✓',
  device: '●',
  offline: '●',
  sending: '↑',
  conflict: '≠',
};

/** Where the words are safe, and the next steps of a section. */
export function SectionActions({
  cycle,
  draft,
  safety,
}: {
  cycle: string;
  draft: SectionDraft;
  safety: Safety;
}) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const me = useMe();
  const move = useMove(cycle);
  const [noting, setNoting] = useState(false);
  const { key, state, version, mayWrite, updatedAt } = draft.stored;
  const prepares = may(me, 'edition.prepare');
  const steps = (
    [
      ['draft', 'in_review', 'handIn', mayWrite],
      ['returned', 'in_review', 'handIn', mayWrite],
      ['in_review', 'draft', 'takeBack', mayWrite && !prepares],
      ['draft', 'returned', 'giveBack', prepares],
      ['in_review', 'returned', 'giveBack', prepares],
      ['draft', 'final', 'finish', prepares],
      ['returned', 'final', 'finish', prepares],
      ['in_review', 'final', 'finish', prepares],
      ['final', 'draft', 'reopen', prepares],
    ] as const
  ).filter(([from, , , allowed]) => from === state && allowed);
  const go = (to: NextState, note?: string) =>
    move.mutate(
      { section: key, version, to, ...(note === undefined ? {} : { note }) },
      {
        onSuccess: (moved) => {
          setNoting(false);
          draft.take(moved);
        },
      },
    );
  return (
    <div className={classes.bar}>
      {move.isError && !noting && <RefusalAlert error={move.error} title={t('composition.notFinal')} />}
      <div className={classes.row}>
        <span role="status">
          <span aria-hidden>{SHAPES[safety]}</span>{' '}
          {safety === 'server' && !updatedAt
            ? t('composition.safety.empty')
            : t(`composition.safety.${safety}`, { at: instant(updatedAt) })}
        </span>
        {safety === 'conflict' && (
          <Button variant="default" onClick={() => void draft.send()}>
            {t('conflict.compare')}
          </Button>
        )}
        {steps.map(([, to, word]) => (
          <Button
            key={word}
            variant={to === 'final' ? 'filled' : 'default'}
            disabled={safety !== 'server'}
            loading={move.isPending && move.variables.to === to}
            onClick={() => (to === 'returned' ? setNoting(true) : go(to))}
          >
            {t(`composition.step.${word}`)}
          </Button>
        ))}
      </div>
      {noting && (
        <ReasonDialog
          title={t('composition.giveBack')}
          text={t('composition.giveBackWhy')}
          label={t('composition.note')}
          submit={t('composition.step.giveBack')}
          busy={move.isPending}
          error={move.error}
          onSubmit={(note) => go('returned', note)}
          onClose={() => setNoting(false)}
        />
      )}
    </div>
  );
}
