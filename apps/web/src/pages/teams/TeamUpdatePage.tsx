import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { useCycleName } from '~/ui/cycle-name';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { Panel } from '~/ui/Panel';
import { problemText } from '~/ui/ProblemAlert';
import { ReasonDialog } from '~/ui/ReasonDialog';
import { ReviewReasons } from '~/ui/ReviewReasons';
import { ReviewSign } from '~/ui/Words';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { ActivityStatus } from './ActivityStatus';
import { activitiesQuery, teamQuery, type TeamUpdate, teamUpdateQuery, useTeamStep } from './queries';

const route = getRouteApi('/app/team-updates/$id');

/** What a team says of its workplan in a cycle, and what the reader may decide about it. */
export function TeamUpdatePage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const cycleName = useCycleName();
  const { text, percent } = useLang();
  const update = useQuery(teamUpdateQuery(id));
  const key = update.data?.teamKey ?? '';
  const team = useQuery({ ...teamQuery(key), enabled: key !== '' }).data;
  const year = Number(update.data?.cycleKey.slice(0, 4) ?? 0);
  const plan = useQuery({ ...activitiesQuery({ team: key, year }), enabled: key !== '' }).data?.items ?? [];
  return (
    <Loaded query={update} skeleton={<PageSkeleton />}>
      {(data) => (
        <>
          <PageTitle
            title={team ? text(team, 'name') : data.teamKey}
            over={
              <>
                <Link to="/teams/$key" params={{ key: data.teamKey }} search={{}}>
                  {data.teamKey}
                </Link>{' '}
                · {cycleName(data.cycleKey)}
                {data.revision > 1 && ` · ${t('update.revision', { n: data.revision })}`}{' '}
                <ReviewSign word={data.reviewState} />
              </>
            }
          >
            <Steps update={data} />
          </PageTitle>
          <ReviewReasons of={data} />
          <Panel title={t('team.summary')}>
            <BothText of={data} name="summary" narrative />
          </Panel>
          {(['challenges', 'nextSteps'] as const).map((name) =>
            text(data, name) === '' ? null : (
              <Panel key={name} title={t(`field.${name}`)}>
                <BothText of={data} name={name} narrative />
              </Panel>
            ),
          )}
          <Panel
            title={t('team.workplan')}
            aside={t('coverage.of', { reported: data.activities.length, total: plan.length })}
          >
            <ul>
              {plan.map((activity) => {
                const said = data.activities.find((each) => each.activityId === activity.id);
                return (
                  <li key={activity.id}>
                    {text(activity, 'text')}{' '}
                    {said ? (
                      <ActivityStatus word={said.status} illustrative={said.illustrative ?? false} />
                    ) : (
                      <span className="soft">{t('value.notReported')}</span>
                    )}
                    {said?.percent != null && ` ${percent(said.percent)}`}
                    {said && <BothText of={said} name="note" />}
                  </li>
                );
              })}
            </ul>
          </Panel>
          <HistoryPanel entity="team_update" id={data.id} />
        </>
      )}
    </Loaded>
  );
}

function Steps({ update }: { update: TeamUpdate }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'return' | 'revise' | null>(null);
  const navigate = route.useNavigate();
  const step = useTeamStep(update.id);
  const can = new Set(update.actions);
  const approve = () =>
    step.mutate(
      { step: 'approve' },
      {
        onSuccess: () => notify(t('review.approved', { code: update.teamKey })),
        onError: (error) => notify(problemText(t, error), 'bad'),
      },
    );
  return (
    <>
      {can.has('save') && (
        <Link to="/teams/$key/report/$cycle" params={{ key: update.teamKey, cycle: update.cycleKey }}>
          {t('action.edit')}
        </Link>
      )}
      {can.has('startRevision') && (
        <Button variant="default" onClick={() => setAsking('revise')}>
          {t('update.revise')}
        </Button>
      )}
      {can.has('returnForChanges') && (
        <Button variant="default" onClick={() => setAsking('return')}>
          {t('review.return')}
        </Button>
      )}
      {can.has('approve') && (
        <Button onClick={approve} loading={step.isPending && asking === null}>
          {t('review.approve')}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t(asking === 'return' ? 'review.return' : 'update.revise')}
          text={t(asking === 'return' ? 'team.returnText' : 'update.reviseText')}
          label={t(asking === 'return' ? 'review.reason' : 'update.reviseReason')}
          submit={t(asking === 'return' ? 'review.return' : 'update.revise')}
          busy={step.isPending}
          error={step.error}
          onClose={() => {
            setAsking(null);
            step.reset();
          }}
          onSubmit={(reason) =>
            step.mutate(
              { step: asking, reason },
              {
                onSuccess: ({ id }) => {
                  setAsking(null);
                  void navigate({ to: '/team-updates/$id', params: { id } });
                },
              },
            )
          }
        />
      )}
    </>
  );
}
