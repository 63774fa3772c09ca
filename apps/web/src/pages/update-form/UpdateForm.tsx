import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moreTexts } from '~/i18n';
import type { Schemas } from '~/api/client';
import type { Cycle } from '~/api/reference';
import { useMe } from '~/app/session';
import { whenQuiet } from '~/app/when-quiet';
import { Term } from '~/glossary/Term';
import { useLang } from '~/i18n/use-lang';
import { Callout } from '~/ui/Callout';
import { notify } from '~/ui/notice';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { Panel } from '~/ui/Panel';
import { AssessmentFields } from './AssessmentFields';
import { emptyDraft, TEXTS } from './draft';
import { FormBar } from './FormBar';
import { LastTime } from './LastTime';
import { focusFirstProblem, Problems } from './problems';
import { TextPair } from './TextPair';
import classes from './UpdateForm.module.css';
import { useUpdateForm } from './use-update-form';

/** Large and below the first screen, so they come after the rest of the form. */
const FactsEditor = lazy(async () => {
  await whenQuiet();
  const [module] = await Promise.all([import('./FactsEditor'), moreTexts()]);
  return { default: module.FactsEditor };
});
const EvidenceFields = lazy(async () => {
  await whenQuiet();
  const [module] = await Promise.all([import('./evidence/EvidenceFields'), moreTexts()]);
  return { default: module.EvidenceFields };
});
const PreviewDialog = lazy(async () => {
  const [module] = await Promise.all([import('./PreviewDialog'), moreTexts()]);
  return { default: module.PreviewDialog };
});
const ConflictDialog = lazy(async () => {
  const [module] = await Promise.all([import('./ConflictDialog'), moreTexts()]);
  return { default: module.ConflictDialog };
});

interface UpdateFormProps {
  code: string;
  cycle: Cycle;
  commitmentId: string;
  milestones: Schemas['MilestoneDto'][];
  update: Schemas['UpdateDetail'] | undefined;
  earlier: Schemas['UpdateDetail'] | undefined;
  /** What was said last time is still being asked for. */
  recalling: boolean;
}

/** Everything that an update can say, beside what was said last time. */
export function UpdateForm({
  code,
  cycle,
  commitmentId,
  milestones,
  update,
  earlier,
  recalling,
}: UpdateFormProps) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const me = useMe();
  const navigate = useNavigate();
  const form = useUpdateForm({
    userId: me.user.id,
    commitmentId,
    cycleKey: cycle.key,
    update,
    empty: emptyDraft(milestones.length > 0),
    code,
    onSaved: (submitted) => {
      notify(submitted ? t('form.submitted', { code }) : t('form.saved'));
      if (submitted) void navigate({ to: '/my-updates' });
    },
    onQueued: () => {
      notify(t('form.queued', { code }));
      void navigate({ to: '/my-updates' });
    },
  });
  const { draft, change, save, problems } = form;
  const [uploading, setUploading] = useState(false);
  const [previewing, setPreviewing] = useState(false);

  useEffect(() => {
    if (problems.size > 0) focusFirstProblem(problems);
  }, [problems]);

  const submit = () => {
    setPreviewing(false);
    // What is submitted cannot take files any more.
    if (uploading) notify(t('form.stillUploading'));
    else save.mutate({ submit: true });
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };

  return (
    <Problems value={problems}>
      <form onSubmit={onSubmit} noValidate className={classes.form}>
        <div className={classes.main}>
          {update?.reviewState === 'returned' && update.returnReason && (
            <Callout tone="warn" title={t('update.returnedBecause')}>
              <p>{update.returnReason}</p>
            </Callout>
          )}
          {form.safety === 'conflict' && (
            <Callout tone="warn" title={t('form.safety.conflict')} role="status">
              <Button size="xs" variant="default" onClick={() => void form.compare()}>
                {t('form.compare')}
              </Button>
            </Callout>
          )}
          {form.restored && form.safety === 'device' && (
            <Callout tone="info" title={t('form.restored')} role="status">
              <p className={classes.restored}>{t('form.restoredText', { at: instant(form.since) })}</p>
              <Button size="xs" variant="default" onClick={form.discard}>
                {t('form.discard')}
              </Button>
            </Callout>
          )}
          <Panel anchor="assessment" title={t('form.assessment')}>
            <AssessmentFields draft={draft} change={change} milestones={milestones} />
          </Panel>
          <Panel title={t('form.words')} aside={<span className="soft">{t('form.wordsHint')}</span>}>
            {TEXTS.map((name) => (
              <TextPair
                key={name}
                name={name}
                label={t(`field.${name}`)}
                value={draft.texts[name]}
                onChange={(value) => change((now) => ({ texts: { ...now.texts, [name]: value } }))}
              />
            ))}
          </Panel>
          <Panel
            anchor="figures"
            title={<Term of="figure">{t('update.facts')}</Term>}
            aside={<span className="soft">{t('form.factsHint')}</span>}
          >
            <Suspense fallback={<RowsSkeleton rows={1} />}>
              <FactsEditor facts={draft.facts} cycle={cycle} onChange={(facts) => change({ facts })} />
            </Suspense>
          </Panel>
          <Panel anchor="evidence" title={<Term of="evidence">{t('update.evidence')}</Term>}>
            <Suspense fallback={<RowsSkeleton rows={1} />}>
              <EvidenceFields
                evidence={draft.evidence}
                place={{ commitmentId, cycleKey: cycle.key }}
                onChange={(next) => change((now) => ({ evidence: next(now.evidence) }))}
                onUploading={setUploading}
              />
            </Suspense>
          </Panel>
        </div>
        <LastTime earlier={earlier} recalling={recalling} onCopy={(patch) => change(patch)} />
        <FormBar
          form={form}
          onSave={() => save.mutate({ submit: false })}
          onPreview={() => setPreviewing(true)}
        />
      </form>
      <Suspense>
        {form.conflict && <ConflictDialog form={form} current={form.conflict} />}
        {previewing && (
          <PreviewDialog
            title={`${code}: ${t('preview.title')}`}
            draft={draft}
            milestones={milestones}
            onClose={() => setPreviewing(false)}
            onSubmit={submit}
          />
        )}
      </Suspense>
    </Problems>
  );
}
