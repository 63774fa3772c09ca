import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { membersQuery } from '~/pages/members/queries';
import { Callout } from '~/ui/Callout';
import { Dialog } from '~/ui/Dialog';
import { notify } from '~/ui/notice';
import { RecordForm } from '~/ui/RecordForm';
import { writtenIn } from '~/ui/record-values';
import { changesBetween } from './plan-changes';
import { over, type Plan, type PlanCommitment, usePlanChange } from './queries';

interface AdoptDialogProps {
  plan: Plan;
  before: Plan | undefined;
  onClose: () => void;
}

/** Puts a draft in force: what changes, from when, and what nobody looks after yet, before it is done. */
export function AdoptDialog({ plan, before, onClose }: AdoptDialogProps) {
  const { t } = useTranslation();
  const { day } = useLang();
  const { timeZone } = useNames();
  const [now] = useState(() => new Date());
  const today = now.toLocaleDateString('sv-SE', { timeZone: timeZone(plan.stateCode) });
  const adopt = usePlanChange(
    (adoptedOn: string | null) =>
      body(api.POST('/api/plans/{id}/adopt', { params: over(plan.id, plan.version), body: { adoptedOn } })),
    ({ versionNumber }) => {
      notify(t('plan.adoptedNow', { n: versionNumber }));
      onClose();
    },
  );
  return (
    <Dialog title={t('plan.adoptTitle', { n: plan.versionNumber })} onClose={onClose} wide>
      <p style={{ marginTop: 0 }}>
        {before
          ? t('plan.adoptText', { n: plan.versionNumber, before: before.versionNumber, day: day(today) })
          : t('plan.adoptFirst', { n: plan.versionNumber })}
      </p>
      <Summary plan={plan} before={before} />
      <RecordForm
        fields={[
          { name: 'adoptedOn', label: t('plan.adoptedOn'), hint: t('plan.adoptedOnHint'), kind: 'day' },
        ]}
        values={{ adoptedOn: today }}
        submit={t('plan.adopt')}
        busy={adopt.isPending}
        error={adopt.error}
        onCancel={onClose}
        onSubmit={(values) => adopt.mutate(writtenIn(values, 'adoptedOn'))}
      />
    </Dialog>
  );
}

function Summary({ plan, before }: Pick<AdoptDialogProps, 'plan' | 'before'>) {
  const { t } = useTranslation();
  const { list } = useLang();
  const members = useQuery(membersQuery(plan.stateCode)).data?.members;
  const { added, removed, changed, moved } = changesBetween(before?.commitments ?? [], plan.commitments);
  const looked = new Set(members?.flatMap(({ commitments }) => commitments.map((each) => each.commitmentId)));
  const alone = members ? plan.commitments.filter(({ commitmentId }) => !looked.has(commitmentId)) : [];
  const codes = (of: PlanCommitment[]): string => list(of.map(({ code }) => code ?? ''));
  const lines = [
    ['added', added],
    ['removed', removed],
    ['changed', changed.map(({ now }) => now)],
    ['moved', moved.map(({ now }) => now)],
  ] as const;
  const some = lines.filter(([, of]) => of.length > 0);
  return (
    <>
      {before && some.length === 0 && <p>{t('plan.sameAs', { n: before.versionNumber })}</p>}
      {before && some.length > 0 && (
        <ul>
          {some.map(([kind, of]) => (
            <li key={kind}>
              <strong>{t(`plan.changeCount.${kind}`, { count: of.length })}</strong>: {codes([...of])}
            </li>
          ))}
        </ul>
      )}
      {alone.length > 0 && (
        <Callout tone="warn">
          <p>
            {t('plan.alone', { count: alone.length })}: {codes(alone)}
          </p>
        </Callout>
      )}
    </>
  );
}
