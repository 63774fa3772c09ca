import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import { ReasonDialog } from '~/ui/ReasonDialog';
import { bothIn, inBoth } from '~/ui/record-fields';
import { RecordForm } from '~/ui/RecordForm';
import { type RecordValues, writtenIn } from '~/ui/record-values';
import { type Plan, type PlanSummary, planTemplatesQuery, usePlanChange } from './queries';

interface StartVersionProps {
  stateCode: string;
  /** All versions that there are. */
  plans: PlanSummary[];
}

/** The way to a draft: the one that is there, a revision of the plan in force, or the State's first plan. */
export function StartVersion({ stateCode, plans }: StartVersionProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const draft = plans.find(({ status }) => status === 'draft');
  const inForce = plans.find(({ status }) => status === 'adopted');
  if (draft)
    return (
      <Link to="/plans/$id" params={{ id: draft.id }}>
        {t('plan.toDraft', { n: draft.versionNumber })}
      </Link>
    );
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(inForce ? 'plan.revise' : 'plan.begin')}</Button>
      {open && inForce && <ReviseDialog plan={inForce} onClose={close} />}
      {open && !inForce && <BeginDialog stateCode={stateCode} onClose={close} />}
    </>
  );
}

/** Goes to a draft that was begun. */
function useToDraft(): (plan: Plan) => void {
  const navigate = useNavigate();
  return ({ id }) => void navigate({ to: '/plans/$id', params: { id } });
}

function ReviseDialog({ plan: { id, versionNumber }, onClose }: { plan: PlanSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const toDraft = useToDraft();
  const revise = usePlanChange(
    (reason: string) =>
      body(
        api.POST('/api/plans/{id}/revisions', {
          params: { path: { id } },
          body: reason === '' ? {} : { reason },
        }),
      ),
    toDraft,
  );
  return (
    <ReasonDialog
      title={t('plan.revise')}
      text={t('plan.reviseText', { n: versionNumber })}
      label={t('plan.reviseWhy')}
      submit={t('plan.revise')}
      optional
      busy={revise.isPending}
      error={revise.error}
      onSubmit={revise.mutate}
      onClose={onClose}
    />
  );
}

function BeginDialog({ stateCode, onClose }: { stateCode: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const toDraft = useToDraft();
  const templates = useQuery(planTemplatesQuery).data ?? [];
  const begin = usePlanChange(
    (values: RecordValues) =>
      body(
        api.POST('/api/plans', {
          body: { stateCode, ...bothIn(values, 'title'), template: writtenIn(values, 'template') },
        }),
      ),
    toDraft,
  );
  return (
    <Dialog title={t('plan.begin')} onClose={onClose} wide>
      <RecordForm
        fields={[
          ...inBoth('title', t('plan.titleOf'), 'line', true),
          {
            name: 'template',
            label: t('plan.template'),
            kind: 'choice',
            options: [
              { value: '', label: t('plan.templateNone') },
              ...templates.map((each) => ({
                value: each.key,
                label: `${text(each, 'title')} (${t('plan.commitments', { count: each.commitmentCount })})`,
              })),
            ],
          },
        ]}
        values={{}}
        submit={t('plan.begin')}
        busy={begin.isPending}
        error={begin.error}
        onCancel={onClose}
        onSubmit={(values) => begin.mutate(values)}
      />
    </Dialog>
  );
}
