import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { may, useMe } from '~/app/session';
import { Loaded } from '~/ui/Loaded';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import { numberIn } from '~/ui/record-fields';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { dateIn, linesOf, sourcesIn, useTeamFields } from './fields';
import { type Activity, activityQuery } from './queries';
import { ACTIVITY_STATUSES } from './search';
import { type Place, storeActivity } from './stores';
import { type Entry, TeamRecordForm } from './TeamRecordForm';

const newRoute = getRouteApi('/app/teams/$key/$year/activities/new');
const editRoute = getRouteApi('/app/team-activities/$id/edit');

/** Adds an activity to a workplan. */
export function NewActivityPage() {
  const { key, year } = newRoute.useParams();
  return <ActivityForm place={{ teamKey: key, year: Number(year) }} />;
}

/** Corrects an activity. */
export function EditActivityPage() {
  const { id } = editRoute.useParams();
  const activity = useQuery(activityQuery(id));
  return (
    <>
      <Loaded query={activity}>{(data) => <ActivityForm place={data} activity={data} />}</Loaded>
      <HistoryPanel entity="team_activity" id={id} />
    </>
  );
}

function ActivityForm({ place: { teamKey, year }, activity }: { place: Place; activity?: Activity }) {
  const { t, line, both, choice, day, number, precision, sources } = useTeamFields();
  const states = may(useMe(), 'team_update.review');
  const statuses = ACTIVITY_STATUSES.map((value) => ({ value, label: t(`team.status.${value}`) }));
  return (
    <TeamRecordForm
      title={activity ? t('team.editActivity') : t('team.newActivity')}
      team={teamKey}
      year={year}
      record={activity}
      entryOf={entryOf}
      store={({ values }, before) => storeActivity(inputOf(values, states), { teamKey, year }, before)}
      fields={[
        ...both('text', t('team.activity'), 'text'),
        precision('datePrecision', t('team.precisionHead')),
        day('startsOn', t('team.when'), t('team.startsHint')),
        day('endsOn', t('team.endsOn')),
        ...both('output', t('team.output'), 'text', false),
        line('supportedBy', t('team.supportedBy'), { hint: 'REG:UNHCR, REG:OAS' }),
        line('commitments', t('team.commitments'), { hint: 'MX-01, GT-04' }),
        line('pledges', t('nav.pledges'), { hint: t('team.pledgesHint') }),
        ...(states
          ? [
              choice('status', t('team.statusHead'), statuses, { hint: t('team.statusHint') }),
              choice('statusIllustrative', t('team.illustrativeHead'), [
                { value: 'no', label: t('team.stated') },
                { value: 'yes', label: t('team.notInSource') },
              ]),
            ]
          : []),
        number('position', t('team.position')),
        sources,
      ]}
    />
  );
}

const entryOf = (activity: Activity | undefined): Entry => ({
  values: {
    ...linesOf(activity, [
      'textEn',
      'textEs',
      'startsOn',
      'endsOn',
      'outputEn',
      'outputEs',
      'position',
      'status',
    ]),
    datePrecision: activity?.datePrecision ?? 'day',
    statusIllustrative: activity?.statusIllustrative ? 'yes' : 'no',
    supportedBy: activity?.supportedBy.join(', ') ?? '',
    commitments: activity?.commitments.map(({ code }) => code).join(', ') ?? '',
    pledges: activity?.pledges.map(({ key }) => key).join(', ') ?? '',
    sources: activity?.sources.join('\n') ?? '',
  },
});

/** @param states whether the person may state where the activity stands */
const inputOf = (values: RecordValues, states: boolean): Schemas['TeamActivityInput'] => {
  const status = ACTIVITY_STATUSES.find((word) => word === values['status']);
  return {
    ...dateIn(values),
    textEn: values['textEn'] ?? '',
    textEs: values['textEs'] ?? '',
    outputEn: writtenIn(values, 'outputEn'),
    outputEs: writtenIn(values, 'outputEs'),
    position: numberIn(values['position']) ?? undefined,
    supportedBy: severalIn(values, 'supportedBy'),
    commitments: severalIn(values, 'commitments'),
    pledges: severalIn(values, 'pledges'),
    sources: sourcesIn(values),
    ...(states && status ? { status, statusIllustrative: values['statusIllustrative'] === 'yes' } : {}),
  };
};
