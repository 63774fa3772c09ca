import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { updateFindingsQuery } from '~/pages/findings/queries';
import { queueQuery } from '~/pages/review/queries';
import { useSingleKeys } from '~/app/single-keys';
import { REVIEW_KEYS } from '~/pages/review/review-keys';
import { notify } from '~/ui/notice';
import { problemText } from '~/ui/ProblemAlert';
import { ReasonDialog } from '~/ui/ReasonDialog';
import { type UpdateDetail, useDecision } from './queries';

/** What most returned updates lack. */
const TEMPLATES = ['window', 'source', 'detail', 'evidence', 'percent', 'nextSteps', 'languages'] as const;

/** What this person may do with the update now. After a decision the next update of the queue opens. */
export function Decisions({ update }: { update: UpdateDetail }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const me = useMe();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'return' | 'revise' | null>(null);
  const decision = useDecision(update.id);
  const can = new Set(update.actions);
  const reviews = may(me, 'update.review') && can.has('approve');
  const queue = useQuery({ ...queueQuery, enabled: reviews });
  const findings = useQuery({ ...updateFindingsQuery(update.id), enabled: reviews }).data ?? [];
  const [keys] = useSingleKeys();

  const onward = (text: string) => {
    notify(text);
    setAsking(null);
    const items = queue.data ?? [];
    const place = items.findIndex((each) => each.id === update.id);
    const next = items[place + 1] ?? items.find((each) => each.id !== update.id);
    void (next ? navigate({ to: '/updates/$id', params: { id: next.id } }) : navigate({ to: '/review' }));
  };
  const approve = () =>
    decision.mutate(
      { action: 'approve' },
      {
        onSuccess: () => onward(t('review.approved', { code: update.code })),
        onError: (error) => notify(problemText(t, error), 'bad'),
      },
    );
  useHotkeys(
    keys && can.has('approve') && asking === null && !decision.isPending
      ? [
          [
            REVIEW_KEYS.approve,
            ({ repeat }) => !repeat && !document.querySelector('dialog[open]') && approve(),
          ],
          [REVIEW_KEYS.return, () => !document.querySelector('dialog[open]') && setAsking('return')],
        ]
      : [],
  );
  const decide = (reason: string) => {
    if (asking === 'return')
      decision.mutate(
        { action: 'return', reason },
        { onSuccess: () => onward(t('review.returned', { code: update.code })) },
      );
    else
      decision.mutate(
        { action: 'revise', reason },
        {
          onSuccess: () =>
            void navigate({
              to: '/my-updates/$cycle/$commitment',
              params: { cycle: update.cycleKey, commitment: update.commitmentId },
            }),
        },
      );
  };

  return (
    <>
      {can.has('save') && (
        <Link
          to="/my-updates/$cycle/$commitment"
          params={{ cycle: update.cycleKey, commitment: update.commitmentId }}
        >
          {t('action.edit')}
        </Link>
      )}
      {can.has('startRevision') && (
        <Button variant="default" onClick={() => setAsking('revise')}>
          {t('update.revise')}
        </Button>
      )}
      {can.has('returnForChanges') && (
        <Button
          variant="default"
          onClick={() => setAsking('return')}
          aria-keyshortcuts={keys ? REVIEW_KEYS.return : undefined}
        >
          {t('review.return')}
        </Button>
      )}
      {can.has('approve') && (
        <Button
          onClick={approve}
          loading={decision.isPending && asking === null}
          aria-keyshortcuts={keys ? REVIEW_KEYS.approve : undefined}
        >
          {t('review.approve')}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t(asking === 'return' ? 'review.return' : 'update.revise')}
          text={t(asking === 'return' ? 'review.returnText' : 'update.reviseText')}
          label={t(asking === 'return' ? 'review.reason' : 'update.reviseReason')}
          submit={t(asking === 'return' ? 'review.return' : 'update.revise')}
          templates={
            asking === 'return'
              ? [
                  ...findings.filter(({ answer }) => !answer).map((finding) => text(finding, 'detail')),
                  ...TEMPLATES.map((name) => t(`review.template.${name}`)),
                ]
              : []
          }
          busy={decision.isPending}
          error={decision.error}
          onClose={() => {
            setAsking(null);
            decision.reset();
          }}
          onSubmit={decide}
        />
      )}
    </>
  );
}
