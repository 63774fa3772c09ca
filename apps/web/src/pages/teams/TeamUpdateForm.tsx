import { Button, Group, NativeSelect, NumberInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { useLang } from '~/i18n/use-lang';
import { LongInput } from '~/ui/LongInput';
import { notify } from '~/ui/notice';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { StaleNotice } from '~/ui/StaleNotice';
import { type Activity, type TeamUpdate, type TeamUpdateBody, useSaveTeamUpdate } from './queries';
import { ACTIVITY_STATUSES } from './search';

type Report = TeamUpdateBody['activities'][number];

const TEXTS = ['summary', 'challenges', 'nextSteps'] as const;
const LANGS = ['En', 'Es'] as const;

interface FormProps {
  team: string;
  cycle: string;
  activities: Activity[];
  before: TeamUpdate | undefined;
}

/** The words and the statuses of a team's update. An activity without a status is not reported. */
export function TeamUpdateForm({ team, cycle, activities, before }: FormProps) {
  const { t } = useTranslation();
  const { text } = useLang();
  const navigate = useNavigate();
  const save = useSaveTeamUpdate(team, cycle);
  const [seen, setSeen] = useState(before);
  const [draft, setDraft] = useState<TeamUpdateBody>(() => bodyOf(before));
  const theirs = isProblem(save.error, 'stale') ? (save.error.extra['current'] as TeamUpdate) : undefined;
  const reportOf = (id: string): Report | undefined =>
    draft.activities.find(({ activityId }) => activityId === id);
  const report = (activityId: string, change: Partial<Report> | null) => {
    const others = draft.activities.filter((each) => each.activityId !== activityId);
    const now = reportOf(activityId) ?? { activityId, status: 'planned' as const };
    setDraft({ ...draft, activities: change === null ? others : [...others, { ...now, ...change }] });
  };
  const write = (submit: boolean) =>
    save.mutate(
      { draft, submit, before: seen, onSaved: setSeen },
      {
        onSuccess: (saved) => {
          notify(submit ? t('form.submitted', { code: team }) : t('form.saved'));
          if (submit) void navigate({ to: '/team-updates/$id', params: { id: saved.id } });
        },
      },
    );

  return (
    <>
      {theirs && (
        <StaleNotice
          theirs={text(theirs, 'summary') || t('conflict.nothing')}
          onChoose={(keep) => {
            if (!keep) setDraft(bodyOf(theirs));
            setSeen(theirs);
            save.reset();
          }}
        />
      )}
      {TEXTS.map((name) => (
        <Panel key={name} title={name === 'summary' ? t('team.summary') : t(`field.${name}`)}>
          {LANGS.map((lang) => (
            <LongInput
              key={lang}
              label={lang === 'En' ? 'English' : 'Español'}
              lang={lang.toLowerCase()}
              rows={3}
              value={draft[`${name}${lang}`] ?? ''}
              onChange={(event) => setDraft({ ...draft, [`${name}${lang}`]: event.currentTarget.value })}
            />
          ))}
        </Panel>
      ))}
      <Panel title={t('team.workplan')}>
        {activities.map((activity) => {
          const said = reportOf(activity.id);
          return (
            <fieldset key={activity.id}>
              <legend>{text(activity, 'text')}</legend>
              <Group align="end">
                <NativeSelect
                  label={t('team.statusHead')}
                  value={said?.status ?? ''}
                  data={[
                    { value: '', label: t('value.notReported') },
                    ...ACTIVITY_STATUSES.map((value) => ({ value, label: t(`team.status.${value}`) })),
                  ]}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    const status = ACTIVITY_STATUSES.find((word) => word === value);
                    report(activity.id, status ? { status, illustrative: false } : null);
                  }}
                />
                {said && (
                  <NumberInput
                    label={t('field.percent')}
                    min={0}
                    max={100}
                    value={said.percent ?? ''}
                    onChange={(value) =>
                      report(activity.id, { percent: typeof value === 'number' ? value : null })
                    }
                  />
                )}
              </Group>
            </fieldset>
          );
        })}
      </Panel>
      {save.error && !theirs ? <ProblemAlert error={save.error} /> : null}
      <Group justify="flex-end" mt="md">
        <Button variant="default" loading={save.isPending} onClick={() => write(false)}>
          {t('form.saveDraft')}
        </Button>
        <Button loading={save.isPending} onClick={() => write(true)}>
          {t('form.submit')}
        </Button>
      </Group>
    </>
  );
}

const bodyOf = (update: TeamUpdate | undefined): TeamUpdateBody => ({
  summaryEn: update?.summaryEn ?? null,
  summaryEs: update?.summaryEs ?? null,
  challengesEn: update?.challengesEn ?? null,
  challengesEs: update?.challengesEs ?? null,
  nextStepsEn: update?.nextStepsEn ?? null,
  nextStepsEs: update?.nextStepsEs ?? null,
  activities: update?.activities ?? [],
});
