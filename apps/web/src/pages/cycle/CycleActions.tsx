import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cycle, useNames } from '~/api/reference';
import { may, useMe, type Me } from '~/app/session';
import { FindingCount } from '~/pages/findings/FindingCount';
import { useLang } from '~/i18n/use-lang';
import { Callout } from '~/ui/Callout';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { EndorseSummary } from './EndorseSummary';
import { type CycleAction, submissionsQuery, useCycleAction } from './queries';

/** The step that follows, for the person who may take it; each is confirmed with what it means. */
export function CycleActions({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation();
  const { list } = useLang();
  const names = useNames();
  const me = useMe();
  const [asking, setAsking] = useState<CycleAction | null>(null);
  const action = useCycleAction(cycle.key);
  const next = nextOf(cycle, me);
  const submissions = useQuery({
    ...submissionsQuery(cycle.key),
    enabled: may(me, 'submission.read') && asking === 'endorse',
  });
  const waiting = (submissions.data ?? []).filter(({ state }) => state !== 'accepted');
  if (next === null) return null;
  const close = () => {
    setAsking(null);
    action.reset();
  };
  const confirm = () =>
    action.mutate(next, {
      onSuccess: () => {
        notify(t(`cycleAction.${next}Done`));
        close();
      },
    });
  return (
    <>
      <Button onClick={() => setAsking(next)}>{t(`cycleAction.${next}`)}</Button>
      {asking && (
        <Dialog title={t(`cycleAction.${asking}`)} onClose={close} wide={asking === 'endorse'}>
          <p>{t(`cycleAction.${asking}Text`)}</p>
          {asking === 'endorse' && (
            <>
              {waiting.length > 0 && (
                <Callout tone="warn">
                  <p>
                    {t('endorse.waiting', {
                      states: list(waiting.map((each) => names.state(each.stateCode))),
                    })}
                  </p>
                </Callout>
              )}
              <FindingCount cycleKey={cycle.key} />
              <EndorseSummary cycleKey={cycle.key} submissions={submissions.data ?? []} />
            </>
          )}
          {action.isError && <ProblemAlert error={action.error} />}
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button
              onClick={confirm}
              loading={action.isPending}
              disabled={asking === 'endorse' && waiting.length > 0}
            >
              {t(`cycleAction.${asking}`)}
            </Button>
          </Group>
        </Dialog>
      )}
    </>
  );
}

/** The one step that a cycle can take from where it is, if this person may take it. */
function nextOf(cycle: Cycle, me: Me): CycleAction | null {
  switch (cycle.state) {
    case 'planned':
      return may(me, 'cycle.manage') ? 'open' : null;
    case 'open':
      return may(me, 'cycle.manage') ? 'startReview' : null;
    case 'in_review':
      return may(me, 'region.endorse') ? 'endorse' : null;
    case 'endorsed':
      return may(me, 'region.publish') ? 'publish' : null;
    case 'published':
      return null;
  }
}
