import { plainText, type Loose } from '../regional.reader.js';
import type { ChartBlock, Inline, Line, TableBlock } from '../report.document.js';
import type { Material } from '../report.material.js';
import { countChart, withoutEmpty } from './count-chart.js';
import { table } from './tables.js';

const WORDS = {
  activities: {
    en: (team: string) => `Activities of the team: ${team}`,
    es: (team: string) => `Actividades del equipo: ${team}`,
  },
  when: { en: 'When', es: 'Cuándo' },
  what: { en: 'Activity', es: 'Actividad' },
  output: { en: 'Result', es: 'Resultado' },
  support: { en: 'Supported by', es: 'Con apoyo de' },
  status: { en: 'Status', es: 'Situación' },
  statuses: {
    en: {
      planned: 'Planned',
      in_progress: 'In progress',
      done: 'Done',
      postponed: 'Postponed',
      cancelled: 'Cancelled',
    },
    es: {
      planned: 'Programada',
      in_progress: 'En curso',
      done: 'Realizada',
      postponed: 'Aplazada',
      cancelled: 'Cancelada',
    },
  },
  illustrative: { en: 'illustrative', es: 'ilustrativo' },
  noDate: { en: 'date not stated', es: 'fecha no indicada' },
  byTeam: {
    en: 'Activities of the Regional Technical Teams by status',
    es: 'Actividades de los Equipos Técnicos Regionales por situación',
  },
  byTeamReads: {
    en: 'Each bar holds the activities of a team in the year that have a status.',
    es: 'Cada barra contiene las actividades de un equipo en el año que tienen situación.',
  },
  team: { en: 'Team', es: 'Equipo' },
  all: { en: 'Activities', es: 'Actividades' },
};

/** Colours of the statuses are those of the stages and outlooks that they are like. */
const COLOURS = {
  done: 'stage-fulfilled',
  in_progress: 'stage-in_progress',
  planned: 'stage-planning',
  postponed: 'outlook-at_risk',
  cancelled: 'stage-discontinued',
} as const;
type Status = keyof typeof COLOURS;
const STATUSES = Object.keys(COLOURS) as Status[];

/** How far the activities of every team are; null in snapshots of before statuses were kept. */
export function activitiesChart(teams: readonly Loose[], material: Material): ChartBlock | null {
  const words = material.words(WORDS);
  const withStatus = (team: Loose): Loose[] =>
    team.list('activities2024').filter((activity) => activity.text('status') !== null);
  const rows = teams.flatMap((team) => {
    const activities = withStatus(team);
    const values = STATUSES.map(
      (status) => activities.filter((activity) => activity.text('status') === status).length,
    );
    const label = plainText(team.words('name') ?? team.text('key') ?? '');
    return activities.length === 0 ? [] : [{ label, values, end: material.formats.count(activities.length) }];
  });
  if (rows.length === 0) return null;
  const series = STATUSES.map((status) => ({ key: COLOURS[status], label: words.statuses[status] }));
  return countChart(
    {
      id: 'team-activities',
      caption: words.byTeam,
      description: `${words.byTeam}. ${words.byTeamReads}`,
      head: words.team,
      last: words.all,
      ...withoutEmpty(series, rows),
      illustrative: teams.some((team) =>
        withStatus(team).some((activity) => activity.isTrue('statusIllustrative')),
      ),
    },
    material,
  );
}

/** What a team did in the year. */
export function activitiesTable(team: Loose, key: string, title: string, material: Material): TableBlock[] {
  const words = material.words(WORDS);
  const rows = team.list('activities2024').map((activity) => [
    whenText(activity, material),
    activity.words('text'),
    activity.words('output'),
    activity
      .texts('supportedBy')
      .map((institution) => material.institution(institution))
      .join(', '),
    statusText(activity, material),
  ]);
  return rows.length === 0
    ? []
    : [
        table(
          `team-${key}-activities`,
          words.activities(title),
          [words.when, words.what, words.output, words.support, words.status],
          rows,
        ),
      ];
}

/** What a team did in one line: when, what, what came of it and where it stands. */
export function activityLine(activity: Loose, material: Material): Line {
  const [text, output] = [activity.words('text'), activity.words('output')];
  const status = statusText(activity, material);
  const when: Inline[] = activity.text('heldOn') === null ? [] : [`${whenText(activity, material)}: `];
  return [
    ...when,
    text ?? '',
    ...(output ? [`. ${material.words(WORDS).output}: `, output] : []),
    ...(status ? [` — ${status}`] : []),
  ];
}

/** Where an activity stands as approved; empty in snapshots of before statuses were kept. */
function statusText(activity: Loose, material: Material): string {
  const words = material.words(WORDS);
  const status = activity.text('status') as keyof typeof words.statuses | null;
  if (status === null) return '';
  const mark = activity.isTrue('statusIllustrative') ? ` (${words.illustrative})` : '';
  return `${words.statuses[status] ?? status}${mark}`;
}

/** The day or days of an activity or session as exactly as they are known. */
export function whenText(activity: Loose, material: Material): string {
  const [heldOn, endedOn] = [activity.text('heldOn'), activity.text('endedOn')];
  if (heldOn === null) return material.words(WORDS).noDate;
  if (activity.text('precision') === 'year') return heldOn.slice(0, 4);
  if (activity.text('precision') === 'month') return material.formats.month(heldOn);
  return endedOn === null ? material.formats.day(heldOn) : material.formats.days(heldOn, endedOn);
}
