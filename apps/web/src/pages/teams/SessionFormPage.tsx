import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { Loaded } from '~/ui/Loaded';
import { type RecordLists, type RecordValues, writtenIn } from '~/ui/record-values';
import { numberIn } from '~/ui/record-fields';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { dateIn, linesOf, pointsIn, sourcesIn, useTeamFields } from './fields';
import { sessionQuery } from './queries';
import { type Place, type Session, storeSession } from './stores';
import { type Entry, TeamRecordForm } from './TeamRecordForm';

const newRoute = getRouteApi('/app/teams/$key/$year/sessions/new');
const editRoute = getRouteApi('/app/team-sessions/$id/edit');

/** Records a session. */
export function NewSessionPage() {
  const { key, year } = newRoute.useParams();
  return <SessionForm place={{ teamKey: key, year: Number(year) }} />;
}

/** Corrects a session. */
export function EditSessionPage() {
  const { id } = editRoute.useParams();
  const session = useQuery(sessionQuery(id));
  return (
    <>
      <Loaded query={session}>{(data) => <SessionForm place={data} session={data} />}</Loaded>
      <HistoryPanel entity="team_session" id={id} />
    </>
  );
}

function SessionForm({ place: { teamKey, year }, session }: { place: Place; session?: Session }) {
  const { t, both, day, number, state, institution, precision, sources, points } = useTeamFields();
  return (
    <TeamRecordForm
      title={session ? t('team.editSession') : t('team.newSession')}
      team={teamKey}
      year={year}
      record={session}
      entryOf={entryOf}
      store={({ values, rows }, before) => storeSession(inputOf(values, rows), { teamKey, year }, before)}
      fields={[
        ...both('title', t('team.title'), 'line'),
        precision('datePrecision', t('team.precisionHead')),
        day('startsOn', t('team.when'), t('team.startsHint')),
        day('endsOn', t('team.endsOn')),
        ...both('place', t('team.place'), 'line', false),
        sources,
      ]}
      lists={[
        points('agenda', t('team.agenda')),
        {
          name: 'attendance',
          label: t('team.attendance'),
          add: t('team.addAttendee'),
          fields: [
            state(),
            institution(),
            ...both('name', t('team.otherName'), 'line', false),
            number('people', t('team.people')),
          ],
        },
      ]}
    />
  );
}

const entryOf = (session: Session | undefined): Entry => ({
  values: {
    ...linesOf(session, ['titleEn', 'titleEs', 'startsOn', 'endsOn', 'placeEn', 'placeEs']),
    datePrecision: session?.datePrecision ?? 'day',
    sources: session?.sources?.join('\n') ?? '',
  },
  rows: {
    agenda: session?.agenda ?? [],
    attendance: (session?.attendance ?? []).map((who) =>
      linesOf(who, ['stateCode', 'institutionKey', 'nameEn', 'nameEs', 'people']),
    ),
  },
});

const inputOf = (values: RecordValues, rows: RecordLists): Schemas['TeamSessionInput'] => ({
  ...dateIn(values),
  titleEn: values['titleEn'] ?? '',
  titleEs: values['titleEs'] ?? '',
  placeEn: writtenIn(values, 'placeEn'),
  placeEs: writtenIn(values, 'placeEs'),
  agenda: pointsIn(rows, 'agenda'),
  attendance: (rows['attendance'] ?? []).map((row) => ({
    stateCode: writtenIn(row, 'stateCode'),
    institutionKey: writtenIn(row, 'institutionKey'),
    nameEn: writtenIn(row, 'nameEn'),
    nameEs: writtenIn(row, 'nameEs'),
    people: numberIn(row['people']),
  })),
  sources: sourcesIn(values),
});
