import { Button, Group } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { mayIn, useMe } from '~/app/session';
import { notify } from '~/ui/notice';
import { SureButton } from '~/ui/SureButton';
import { AdoptDialog } from './AdoptDialog';
import { PlanProblem } from './PlanProblem';
import { PlanWordsDialog } from './PlanWordsDialog';
import { over, type Plan, usePlanChange } from './queries';

interface DraftActionsProps {
  plan: Plan;
  /** The version in force. */
  before: Plan | undefined;
}

/** What can be done to a draft as a whole. */
export function DraftActions({ plan, before }: DraftActionsProps) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { id, version, stateCode } = plan;
  const [open, setOpen] = useState<'words' | 'adopt'>();
  const discard = usePlanChange(
    () => body(api.DELETE('/api/plans/{id}', { params: over(id, version) })),
    () => {
      notify(t('plan.discarded'));
      void navigate({ to: '/states/$code/plans', params: { code: stateCode } });
    },
  );
  const close = () => setOpen(undefined);
  return (
    <>
      <Group gap="xs" mb="md">
        {mayIn(me, 'plan.adopt', stateCode) && (
          <Button onClick={() => setOpen('adopt')}>{t('plan.adopt')}</Button>
        )}
        <Button variant="default" onClick={() => setOpen('words')}>
          {t('plan.words')}
        </Button>
        <Button variant="default" component={Link} to={`/plans/${id}/import`}>
          {t('plan.import')}
        </Button>
        <SureButton
          label={t('plan.discard')}
          sure={t('plan.discardSure')}
          busy={discard.isPending}
          onSure={() => discard.mutate(undefined)}
        />
      </Group>
      {discard.isError && <PlanProblem error={discard.error} />}
      {open === 'words' && <PlanWordsDialog plan={plan} onClose={close} />}
      {open === 'adopt' && <AdoptDialog plan={plan} before={before} onClose={close} />}
    </>
  );
}
