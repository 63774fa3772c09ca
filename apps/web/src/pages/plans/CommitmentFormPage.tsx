import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { RecordForm } from '~/ui/RecordForm';
import type { RecordLists, RecordValues } from '~/ui/record-values';
import { entryOf, useCommitmentForm, writtenContent } from './commitment-fields';
import { over, type Plan, type PlanCommitment, planQuery, usePlanChange } from './queries';

const newRoute = getRouteApi('/app/plans/$id/commitments/new');
const editRoute = getRouteApi('/app/plans/$id/commitments/$version');

/** Adds a commitment to a draft, at its end. */
export function NewCommitmentPage() {
  const { id } = newRoute.useParams();
  const plan = useQuery(planQuery(id));
  return <Loaded query={plan}>{(data) => <CommitmentForm opened={data} />}</Loaded>;
}

/** Writes what a draft says of a commitment. */
export function EditCommitmentPage() {
  const { id, version } = editRoute.useParams();
  const plan = useQuery(planQuery(id));
  return <Loaded query={plan}>{(data) => <CommitmentForm opened={data} versionId={version} />}</Loaded>;
}

/** The commitment in the plan as it was read. */
const within = (plan: Plan, versionId: string | undefined): PlanCommitment | undefined =>
  plan.commitments.find((each) => each.versionId === versionId);

function CommitmentForm({ opened, versionId }: { opened: Plan; versionId?: string }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const navigate = useNavigate();
  // What is read again while the person writes must not change what they saw.
  const [plan, setPlan] = useState(opened);
  const [round, setRound] = useState(0);
  const { fields, lists } = useCommitmentForm(plan);
  const commitment = within(plan, versionId);
  const save = usePlanChange(({ values, rows }: { values: RecordValues; rows: RecordLists }) => {
    const content = writtenContent(values, rows);
    return versionId
      ? body(
          api.PATCH('/api/commitments/versions/{id}', {
            params: over(versionId, plan.version),
            body: content,
          }),
        )
      : body(api.POST('/api/plans/{id}/commitments', { params: over(plan.id, plan.version), body: content }));
  });
  const back = (code?: string | null) =>
    void navigate({ to: '/plans/$id', params: { id: plan.id }, ...(code ? { hash: code } : {}) });
  const above = (
    <Link to="/plans/$id" params={{ id: plan.id }}>
      {text(plan, 'title')} · {t('plan.versionN', { n: plan.versionNumber })}
    </Link>
  );
  if (plan.status !== 'draft' || (versionId && !commitment))
    return (
      <>
        <PageTitle title={t('plan.editCommitment')} over={above} />
        <EmptyState text={t('plan.notInDraft')} />
      </>
    );
  const { values, rows } = entryOf(commitment);
  return (
    <>
      <PageTitle
        title={commitment ? `${commitment.code} · ${t('plan.editCommitment')}` : t('plan.add')}
        over={above}
      />
      <RecordForm
        key={round}
        fields={fields}
        lists={lists}
        values={values}
        rows={rows}
        submit={t('record.save')}
        busy={save.isPending}
        error={save.error}
        onCancel={() => back(commitment?.code)}
        onSubmit={(written, _seen, writtenRows) =>
          save.mutate(
            { values: written, rows: writtenRows },
            {
              onSuccess: ({ code }) => {
                notify(t('record.saved'));
                back(code);
              },
            },
          )
        }
        onStale={(current, keep) => {
          setPlan(current as Plan);
          if (!keep) setRound(round + 1);
          save.reset();
        }}
      />
    </>
  );
}
