import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { DataTable } from '~/ui/DataTable';
import { Panel } from '~/ui/Panel';
import { contentOf } from './commitment-fields';
import { changesBetween, countOf, type PlanChanges } from './plan-changes';
import { PlanProblem } from './PlanProblem';
import classes from './Plans.module.css';
import { over, type Plan, type PlanCommitment, usePlanChange } from './queries';
import { useSaid } from './use-said';

interface ChangesPanelProps {
  before: Plan;
  now: Plan;
  /** What was taken out can be put back. */
  editable: boolean;
}

/** How a plan version differs from the one before it. */
export function ChangesPanel({ before, now, editable }: ChangesPanelProps) {
  const { t } = useTranslation();
  const changes = useMemo(() => changesBetween(before.commitments, now.commitments), [before, now]);
  const { added, removed, changed, moved } = changes;
  return (
    <Panel title={t('plan.changesFrom', { n: before.versionNumber })}>
      {countOf(changes) === 0 && <p className="soft">{t('plan.sameAs', { n: before.versionNumber })}</p>}
      {added.length > 0 && (
        <section className={classes.part}>
          <h3>{t('plan.changeCount.added', { count: added.length })}</h3>
          <ul>
            {added.map((each) => (
              <li key={each.commitmentId}>
                <Named commitment={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {removed.length > 0 && <Removed removed={removed} plan={now} editable={editable} />}
      {changed.length > 0 && <Changed changed={changed} before={before} now={now} />}
      {moved.length > 0 && (
        <section className={classes.part}>
          <h3>{t('plan.changeCount.moved', { count: moved.length })}</h3>
          <ul>
            {moved.map((each) => (
              <li key={each.now.commitmentId}>
                <Named commitment={each.now} />:{' '}
                {t('plan.fromTo', { from: each.before.number, to: each.now.number })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}

function Named({ commitment }: { commitment: PlanCommitment }) {
  const { text } = useLang();
  return (
    <>
      <span className={classes.code}>{commitment.code}</span> {text(commitment, 'title')}
    </>
  );
}

function Removed({ removed, plan, editable }: { removed: PlanCommitment[]; plan: Plan; editable: boolean }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const putBack = usePlanChange((each: PlanCommitment) =>
    body(
      api.POST('/api/plans/{id}/commitments', {
        params: over(plan.id, plan.version),
        body: { ...contentOf(each), code: each.code, number: each.number },
      }),
    ),
  );
  return (
    <section className={classes.part}>
      <h3>{t('plan.changeCount.removed', { count: removed.length })}</h3>
      {putBack.isError && <PlanProblem error={putBack.error} />}
      <ul>
        {removed.map((each) => (
          <li key={each.commitmentId}>
            <span className={classes.code}>{each.code}</span>{' '}
            <Link to="/commitments/$id" params={{ id: each.commitmentId }}>
              {text(each, 'title')}
            </Link>{' '}
            {editable && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('plan.putBack')}: ${each.code}`}
                loading={putBack.isPending && putBack.variables === each}
                onClick={() => putBack.mutate(each)}
              >
                {t('plan.putBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changed({ changed, before, now }: { changed: PlanChanges['changed']; before: Plan; now: Plan }) {
  const { t } = useTranslation();
  const said = useSaid();
  const versions = [before, now].map(({ versionNumber }) => t('plan.versionN', { n: versionNumber }));
  return (
    <section className={classes.part}>
      <h3>{t('plan.changeCount.changed', { count: changed.length })}</h3>
      {changed.map((pair) => (
        <details key={pair.now.commitmentId} className={classes.changed}>
          <summary>
            <Named commitment={pair.now} />{' '}
            <span className="soft">({t('plan.fieldCount', { count: pair.fields.length })})</span>
          </summary>
          <DataTable
            caption={pair.now.code ?? ''}
            rows={pair.fields.map((name) => ({ name }))}
            keyOf={({ name }) => name}
            columns={[
              {
                id: 'field',
                header: t('plan.field'),
                names: true,
                cell: ({ name }) => t(`plan.fieldWord.${name}`),
              },
              { id: 'before', header: versions[0] ?? '', cell: ({ name }) => said(pair.before, name) },
              { id: 'now', header: versions[1] ?? '', cell: ({ name }) => said(pair.now, name) },
            ]}
          />
        </details>
      ))}
    </section>
  );
}
