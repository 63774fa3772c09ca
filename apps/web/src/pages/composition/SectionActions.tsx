import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { RefusalAlert } from '~/ui/RefusalAlert';
import classes from './composition.module.css';
import { useMove } from './queries';
import type { Safety, SectionDraft } from './use-section-draft';

const SHAPES: Record<Safety, string> = { server: '✓', device: '●', sending: '↑', conflict: '≠' };

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
  const { key, state, version, mayWrite, updatedAt } = draft.stored;
  const prepares = may(me, 'edition.prepare');
  const steps = (
    [
      ['draft', 'in_review', 'handIn', mayWrite],
      ['in_review', 'draft', 'takeBack', mayWrite],
      ['draft', 'final', 'finish', prepares],
      ['in_review', 'final', 'finish', prepares],
      ['final', 'draft', 'reopen', prepares],
    ] as const
  ).filter(([from, , , allowed]) => from === state && allowed);
  const go = (to: 'draft' | 'in_review' | 'final') =>
    move.mutate({ section: key, version, to }, { onSuccess: draft.take });
  return (
    <div className={classes.bar}>
      {move.isError && <RefusalAlert error={move.error} title={t('composition.notFinal')} />}
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
            onClick={() => go(to)}
          >
            {t(`composition.step.${word}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
