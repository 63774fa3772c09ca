import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '~/ui/Loaded';
import { writtenIn } from '~/ui/record-values';
import { linesOf, pointsIn, sourcesIn, useTeamFields } from './fields';
import { teamYearQuery } from './queries';
import { storeYear } from './stores';
import { TeamRecordForm } from './TeamRecordForm';

const route = getRouteApi('/app/teams/$key/years/$year');

/** Writes what a team sets out for a year: objective, next steps, notes. */
export function TeamYearFormPage() {
  const { key, year: asked } = route.useParams();
  const year = Number(asked);
  const { t, both, sources, points } = useTeamFields();
  const record = useQuery(teamYearQuery(key, year));
  return (
    <Loaded query={record}>
      {(data) => (
        <TeamRecordForm
          title={t('team.editYear', { year })}
          team={key}
          year={year}
          record={data}
          entryOf={(now) => ({
            values: {
              ...linesOf(now, ['objectiveEn', 'objectiveEs']),
              sources: now?.sources?.join('\n') ?? '',
            },
            rows: { nextSteps: now?.nextSteps ?? [], notes: now?.notes ?? [] },
          })}
          store={({ values, rows }, before) =>
            storeYear(
              {
                objectiveEn: writtenIn(values, 'objectiveEn'),
                objectiveEs: writtenIn(values, 'objectiveEs'),
                nextSteps: pointsIn(rows, 'nextSteps'),
                notes: pointsIn(rows, 'notes'),
                sources: sourcesIn(values),
              },
              { teamKey: key, year },
              before ?? data,
            )
          }
          fields={[...both('objective', t('team.objective'), 'text', false), sources]}
          lists={[points('nextSteps', t('field.nextSteps')), points('notes', t('team.notes'))]}
        />
      )}
    </Loaded>
  );
}
