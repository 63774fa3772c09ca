import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Schemas } from '~/api/client';
import { Loaded } from '~/ui/Loaded';
import { type RecordLists, type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import { numberIn } from '~/ui/record-fields';
import { linesOf, pointsIn, sourcesIn, useTeamFields } from './fields';
import { teamQuery } from './queries';
import { storeTeam, type Team } from './stores';
import { type Entry, TeamRecordForm } from './TeamRecordForm';

const route = getRouteApi('/app/teams/$key/edit');

const LEAD = [
  ...['kind', 'stateCode', 'nameEn', 'nameEs', 'institutionKey', 'institutionBasis'],
  ...['fromOn', 'fromPrecision', 'toOn', 'toPrecision'],
];

/** Enters a team. */
export function NewTeamPage() {
  return <TeamForm />;
}

/** Corrects who leads, belongs to and advises a team, and what it wants to bring about. */
export function EditTeamPage() {
  const { key } = route.useParams();
  const team = useQuery(teamQuery(key));
  return <Loaded query={team}>{(data) => <TeamForm team={data} />}</Loaded>;
}

function TeamForm({ team }: { team?: Team }) {
  const { t, line, both, choice, day, number, state, institution, precision, sources, points } =
    useTeamFields();
  const kinds = (other: 'municipality' | 'city') =>
    (['state', other] as const).map((value) => ({ value, label: t(`team.kind.${value}`) }));
  const bases = (['named', 'inferred'] as const).map((value) => ({ value, label: t(`team.basis.${value}`) }));
  const roles = (['expert', 'panel'] as const).map((value) => ({ value, label: t(`team.role.${value}`) }));
  return (
    <TeamRecordForm
      title={team ? t('team.edit') : t('team.new')}
      team={team?.key}
      record={team}
      entryOf={entryOf}
      store={({ values, rows }, before) =>
        storeTeam(inputOf(values, rows), team?.key ?? values['key'] ?? '', before)
      }
      fields={[
        ...(team ? [] : [line('key', t('team.key'), { required: true, hint: 'RTT-RA' })]),
        ...both('name', t('team.name'), 'line'),
        number('position', t('team.position')),
        sources,
      ]}
      lists={[
        {
          name: 'leads',
          label: t('team.leads'),
          add: t('team.addLead'),
          fields: [
            choice('kind', t('team.kindHead'), kinds('municipality')),
            state(true),
            ...both('name', t('team.name'), 'line'),
            institution(),
            choice('institutionBasis', t('team.basisHead'), bases),
            day('fromOn', t('team.from')),
            precision('fromPrecision', t('team.fromPrecision'), ['day', 'month', 'year']),
            day('toOn', t('team.to'), t('team.toHint')),
            precision('toPrecision', t('team.toPrecision'), ['day', 'month', 'year']),
            line('sources', t('team.sources'), { hint: t('team.semicolons') }),
          ],
        },
        {
          name: 'members',
          label: t('team.members'),
          add: t('team.addMember'),
          fields: [
            choice('kind', t('team.kindHead'), kinds('city')),
            state(true),
            ...both('name', t('team.city'), 'line', false),
            number('sinceYear', t('team.sinceYear')),
          ],
        },
        {
          name: 'advisors',
          label: t('team.advisors'),
          add: t('team.addAdvisor'),
          fields: [
            institution(true),
            choice('role', t('team.roleHead'), roles),
            number('sinceYear', t('team.sinceYear')),
          ],
        },
        points('results', t('team.results')),
        points('conditions', t('team.conditions')),
      ]}
    />
  );
}

const entryOf = (team: Team | undefined): Entry => ({
  values: {
    ...linesOf(team, ['key', 'nameEn', 'nameEs']),
    position: String(team?.position ?? 1),
    sources: team?.sources?.join('\n') ?? '',
  },
  rows: {
    leads: (team?.leads ?? []).map((lead) => ({
      ...linesOf(lead, LEAD),
      sources: lead.sources?.join('; ') ?? '',
    })),
    members: (team?.members ?? []).map((each) =>
      linesOf(each, ['kind', 'stateCode', 'nameEn', 'nameEs', 'sinceYear']),
    ),
    advisors: (team?.advisors ?? []).map((each) => linesOf(each, ['institutionKey', 'role', 'sinceYear'])),
    results: team?.results ?? [],
    conditions: team?.conditions ?? [],
  },
});

const inputOf = (values: RecordValues, rows: RecordLists): Schemas['TeamInput'] => ({
  nameEn: values['nameEn'] ?? '',
  nameEs: values['nameEs'] ?? '',
  position: numberIn(values['position']) ?? 1,
  results: pointsIn(rows, 'results'),
  conditions: pointsIn(rows, 'conditions'),
  leads: (rows['leads'] ?? []).map(leadOf),
  members: (rows['members'] ?? []).map((row) => ({
    kind: row['kind'] === 'city' ? 'city' : 'state',
    stateCode: row['stateCode'] ?? '',
    nameEn: writtenIn(row, 'nameEn'),
    nameEs: writtenIn(row, 'nameEs'),
    sinceYear: numberIn(row['sinceYear']),
  })),
  advisors: (rows['advisors'] ?? []).map((row) => ({
    institutionKey: row['institutionKey'] ?? '',
    role: row['role'] === 'panel' ? 'panel' : 'expert',
    sinceYear: numberIn(row['sinceYear']),
  })),
  sources: sourcesIn(values),
});

type Lead = Schemas['TeamInput']['leads'][number];

const leadOf = (row: RecordValues): Lead => ({
  kind: row['kind'] === 'municipality' ? 'municipality' : 'state',
  stateCode: row['stateCode'] ?? '',
  nameEn: row['nameEn'] ?? '',
  nameEs: row['nameEs'] ?? '',
  institutionKey: writtenIn(row, 'institutionKey'),
  institutionBasis: row['institutionBasis'] === 'inferred' ? 'inferred' : 'named',
  fromOn: row['fromOn'] ?? '',
  fromPrecision: (writtenIn(row, 'fromPrecision') ?? 'day') as Lead['fromPrecision'],
  toOn: writtenIn(row, 'toOn'),
  toPrecision: writtenIn(row, 'toOn')
    ? ((writtenIn(row, 'toPrecision') ?? 'day') as Lead['fromPrecision'])
    : null,
  sources: severalIn(row, 'sources', /;+/),
});
