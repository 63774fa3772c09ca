import type { Loose } from '../regional.reader.js';
import type { Block, Inline, Line, ReportSection, TableBlock } from '../report.document.js';
import { joined, list, type Material, paragraph, type Part, section, terms } from '../report.material.js';
import { sourceLine } from './regional-plan.js';
import { table } from './tables.js';
import { activitiesChart, activitiesTable, whenText } from './team-activities.js';

const WORDS = {
  leads: { en: 'Lead', es: 'Lidera' },
  inferred: { en: 'institution inferred', es: 'institución inferida' },
  members: { en: 'Member States', es: 'Estados miembros' },
  cities: { en: 'Member cities', es: 'Ciudades miembros' },
  isNew: { en: 'new this year', es: 'nueva este año' },
  advisors: { en: 'Expert advisors', es: 'Asesoría experta' },
  objective: { en: 'Objective of the year', es: 'Objetivo del año' },
  when: { en: 'When', es: 'Cuándo' },
  workplan: { en: 'Workplan', es: 'Plan de trabajo' },
  tally: {
    en: (done: number, activities: number, reported: number) =>
      `${done} of ${activities} activities done; ${reported} of ${activities} reported`,
    es: (done: number, activities: number, reported: number) =>
      `${done} de ${activities} actividades realizadas; ${reported} de ${activities} informadas`,
  },
  panel: { en: 'Advisory panel', es: 'Panel asesor' },
  sessions: {
    en: (team: string) => `Sessions of the team: ${team}`,
    es: (team: string) => `Sesiones del equipo: ${team}`,
  },
  session: { en: 'Session', es: 'Sesión' },
  agenda: { en: 'Agenda', es: 'Agenda' },
  attendance: { en: 'Who took part', es: 'Participantes' },
  people: {
    en: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    es: (count: number) => (count === 1 ? '1 persona' : `${count} personas`),
  },
  results: { en: 'Theory of change: results', es: 'Teoría del cambio: resultados' },
  conditions: { en: 'Theory of change: conditions', es: 'Teoría del cambio: condiciones' },
  products: { en: 'Products of the year', es: 'Productos del año' },
  next: { en: 'Next steps', es: 'Próximos pasos' },
  history: { en: 'Leads of the teams by year', es: 'Liderazgo de los equipos por año' },
  team: { en: 'Team', es: 'Equipo' },
  years: { en: 'Years', es: 'Años' },
  state: { en: 'State', es: 'Estado' },
};

/** The Regional Technical Teams: who leads, what they did, where they want to go. */
export const technicalTeams: Part = {
  id: 'teams',
  title: { en: 'Regional Technical Teams', es: 'Equipos Técnicos Regionales' },
  compose: (material) => {
    const teams = material.regional('teams').items();
    if (teams.length === 0) return null;
    const chart = activitiesChart(teams, material);
    return {
      blocks: chart ? [chart] : [],
      sections: [...teams.map((team) => teamSection(team, material)), ...history(teams, material)],
    };
  },
};

/** The name of a team by its key; the key itself when the year does not describe it. */
export function teamName(key: string, material: Material): Inline {
  const team = material
    .regional('teams')
    .items()
    .find((each) => each.text('key') === key);
  return team?.words('name') ?? key;
}

function teamSection(team: Loose, material: Material): ReportSection {
  const words = material.words(WORDS);
  const key = team.text('key') ?? '';
  const name = team.words('name') ?? key;
  const title = typeof name === 'string' ? name : key;
  const change = team.at('theoryOfChange');
  const named = (label: string, items: Inline[]): Block[] =>
    items.length === 0 ? [] : [...paragraph([{ kind: 'strong', text: label }]), ...list(items)];
  return section(`team-${key}`, title, {
    blocks: [
      ...terms([
        [words.leads, joined(team.list('leads2024').map((lead) => leadText(lead, material)))],
        [
          words.members,
          team
            .texts('memberStates')
            .map((code) => material.stateName(code))
            .join(', ') || null,
        ],
        [words.cities, cities(team, material)],
        [
          words.advisors,
          team
            .texts('expertAdvisors')
            .map((institution) => material.institutionInFull(institution))
            .join(', ') || null,
        ],
        [
          words.panel,
          team
            .texts('advisoryPanel')
            .map((institution) => material.institutionInFull(institution))
            .join(', ') || null,
        ],
        [words.objective, team.words('objective2024')],
        [words.workplan, workplanTally(team, material)],
      ]),
      ...activitiesTable(team, key, title, material),
      ...sessions(team, key, title, material),
      ...named(words.products, team.wordsList('products2024')),
      ...named(words.results, change.wordsList('results')),
      ...named(words.conditions, change.wordsList('conditions')),
      ...named(words.next, team.wordsList('nextSteps')),
      ...sourceLine(team, material),
    ],
  });
}

function leadText(lead: Loose, material: Material): Inline {
  const name = lead.words('name') ?? '';
  const institution = lead.text('institutionKey');
  if (typeof name !== 'string' || institution === null || lead.text('kind') === 'municipality') return name;
  const inferred = lead.text('institutionBasis') === 'inferred' ? `; ${material.words(WORDS).inferred}` : '';
  return `${name} (${material.institution(institution)}${inferred})`;
}

function cities(team: Loose, material: Material): Line | null {
  const { isNew } = material.words(WORDS);
  const named = team.list('memberCities').flatMap((city): Inline[] => {
    const name = city.words('name');
    if (typeof name !== 'string') return name ? [name] : [];
    const state = city.text('stateCode');
    const notes = [
      state === null ? null : material.stateName(state),
      city.isTrue('newIn2024') ? isNew : null,
    ].filter((note) => note !== null);
    return [notes.length > 0 ? `${name} (${notes.join(', ')})` : name];
  });
  return named.length === 0 ? null : joined(named);
}

/** "3 of 4 activities done; 4 of 4 reported", when the team's update is approved. */
export function workplanTally(team: Loose, material: Material): string | null {
  const workplan = team.at('workplan');
  const [done, all, reported] = ['done', 'activities', 'reported'].map((key) => workplan.number(key));
  return done == null || all == null || reported == null
    ? null
    : material.words(WORDS).tally(done, all, reported);
}

function sessions(team: Loose, key: string, title: string, material: Material): TableBlock[] {
  const words = material.words(WORDS);
  const rows = team.list('sessions').map((session) => {
    const place = session.words('place');
    return [
      whenText(session, material),
      joined([session.words('title') ?? '', ...(place ? [place] : [])]),
      joined(session.wordsList('agenda'), '; '),
      joined(session.list('attendance').map((who) => attendee(who, material))),
    ];
  });
  return rows.length === 0
    ? []
    : [
        table(
          `team-${key}-sessions`,
          words.sessions(title),
          [words.when, words.session, words.agenda, words.attendance],
          rows,
        ),
      ];
}

function attendee(who: Loose, material: Material): Inline {
  const [state, institution, people] = [
    who.text('stateCode'),
    who.text('institutionKey'),
    who.number('people'),
  ];
  const name =
    institution !== null
      ? material.institution(institution)
      : (who.words('name') ?? (state === null ? '' : material.stateName(state)));
  return people === null || typeof name !== 'string'
    ? name
    : `${name} (${material.words(WORDS).people(people)})`;
}

/** Who led in which years, as far as public sources tell, up to the year of the report. */
function history(teams: Loose[], material: Material): ReportSection[] {
  const words = material.words(WORDS);
  const rows = material
    .regional('team_leads')
    .items()
    .filter((entry) => (entry.number('fromYear') ?? 0) <= material.content.cycle.year)
    .map((entry) => {
      const [from, to] = [entry.number('fromYear'), entry.number('toYear')];
      const team = teams.find((each) => each.text('key') === entry.text('teamKey'));
      const years = from === to || to === null ? `${from ?? ''}` : `${from ?? ''}–${to}`;
      return [
        team?.words('name') ?? entry.text('teamKey') ?? '',
        years,
        [entry.words('lead') ?? '', ' ', ...material.sources.cite(entry.texts('sources'))],
      ];
    });
  return rows.length === 0
    ? []
    : [
        section('teams-history', words.history, {
          blocks: [table('team-leads', words.history, [words.team, words.years, words.leads], rows)],
        }),
      ];
}
