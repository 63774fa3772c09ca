import { joined, type Material, paragraph, type Part, section, terms } from '../report.material.js';
import { type Loose, plainText } from '../regional.reader.js';
import type { ChartBlock, Inline, Line, ReportSection } from '../report.document.js';
import type { CountRow } from './count-chart.js';
import { noteWithSources } from './regional-plan.js';
import { numeric, table, withoutSilent } from './tables.js';
import { teamName } from './teams.js';

const WORDS = {
  caption: { en: 'Regional pledges', es: 'Promesas regionales' },
  pledge: { en: 'Pledge', es: 'Promesa' },
  team: { en: 'Team', es: 'Equipo' },
  linked: { en: 'Linked global pledge', es: 'Promesa mundial vinculada' },
  standing: { en: 'Stage', es: 'Etapa' },
  noUpdate: { en: 'no update', es: 'sin actualización' },
  stated: { en: 'stated by a person', es: 'indicada por una persona' },
  by: { en: 'Made by', es: 'Quién la hizo' },
  notStated: { en: 'the sources do not name who', es: 'las fuentes no dicen quién' },
  aims: { en: 'Areas and commitments', es: 'Áreas y compromisos' },
  reported: { en: (n: string) => `${n} reported`, es: (n: string) => `${n} informados` },
  inferred: { en: 'inferred', es: 'inferido' },
  asOf: { en: (day: string) => `as of ${day}`, es: (day: string) => `al ${day}` },
  words: { en: 'What is said of the pledges', es: 'Lo que se dice de las promesas' },
  noTeam: { en: 'no team of its own', es: 'sin equipo propio' },
  follow: { en: 'How the Forum follows pledges up', es: 'Cómo da seguimiento el Foro a las promesas' },
  update: { en: 'How a pledge is updated', es: 'Cómo se actualiza una promesa' },
  stages: { en: 'Stages', es: 'Etapas' },
  types: { en: 'Types', es: 'Tipos' },
  good: { en: 'What makes a good pledge', es: 'Qué caracteriza una buena promesa' },
  distribution: {
    en: 'Pledges of the Forum by stage',
    es: 'Promesas del Foro por etapa',
  },
  stage: { en: 'Stage', es: 'Etapa' },
  number: { en: 'Pledges', es: 'Promesas' },
};

/** The regional pledges: who made each, which team carries it, for which areas and commitments, and how far it is. */
export const pledges: Part = {
  id: 'pledges',
  title: { en: 'Regional pledges', es: 'Promesas regionales' },
  compose: (material) => {
    const part = material.regional('pledges');
    const rows = part
      .list('pledges')
      .map((pledge) => [
        [
          { kind: 'strong', text: plainText(pledge.words('name') ?? '') } as const,
          ' ',
          ...material.sources.cite(pledge.texts('sources')),
        ],
        madeBy(pledge, material),
        teamOf(pledge, material),
        pledge.words('linkedGlobalPledge'),
        aims(pledge, material),
        [...stageOf(pledge, part, material), ...updatedOn(pledge, material)],
      ]);
    if (rows.length === 0) return null;
    const words = material.words(WORDS);
    const columns = [words.pledge, words.by, words.team, words.linked, words.aims, words.standing];
    const told = table('regional-pledges', captionOf(part, material), columns, rows);
    return {
      blocks: [
        withoutSilent(told, [words.by, words.aims]),
        ...paragraph(noteWithSources(part, material), 'small'),
      ],
      sections: [...ownWords(part, material), ...followUp(material)],
    };
  },
};

/** Whether a State, or an institution of it, handed a pledge in, or commitments of it carry the pledge out. */
export const madeIn = (stateCode: string, pledge: Loose, { index }: Material): boolean => {
  const submitter = pledge.at('submitter');
  const codes = new Set(index.commitmentsOf(stateCode).map(({ code }) => code));
  return (
    submitter.text('stateCode') === stateCode ||
    submitter.text('institutionKey')?.startsWith(`${stateCode}:`) === true ||
    pledge.texts('commitments').some((code) => codes.has(code))
  );
};

/** A pledge in one line: what it is, who carries it, how far it is. */
export function pledgeLine(pledge: Loose, part: Loose, material: Material): Line {
  const linked = pledge.words('linkedGlobalPledge');
  return [
    { kind: 'strong', text: plainText(pledge.words('name') ?? '') },
    ` (${plainText(pledge.words('forumName') ?? '')})`,
    ...(linked ? [' · ', linked] : []),
    ' · ',
    teamOf(pledge, material),
    ' · ',
    ...stageOf(pledge, part, material),
    ...updatedOn(pledge, material),
    ' ',
    ...material.sources.cite(pledge.texts('sources')),
  ];
}

function teamOf(pledge: Loose, material: Material): Inline {
  const team = pledge.text('teamKey');
  return team === null ? material.words(WORDS).noTeam : teamName(team, material);
}

/** The State or institution that handed it in, and whether it stands alone. */
function madeBy(pledge: Loose, material: Material): Line {
  const words = material.words(WORDS);
  const form = pledge.words('form');
  if (form === null) return [];
  const [state, institution] = ['stateCode', 'institutionKey'].map((key) => pledge.at('submitter').text(key));
  const who = state
    ? material.stateName(state)
    : institution
      ? material.institutionInFull(institution)
      : null;
  return [
    form,
    ...inferred('form', pledge, material),
    who === null ? `; ${words.notStated}` : `: ${who}`,
    ...(pledge.list('types').length === 0 ? [] : ['; ', ...joined(pledge.wordsList('types'))]),
    ...inferred('types', pledge, material),
  ];
}

/** Its areas of focus and the commitments that carry it out, with how many of them reported. */
function aims(pledge: Loose, material: Material): Line {
  const words = material.words(WORDS);
  const [areas, codes] = [pledge.texts('areas'), pledge.texts('commitments')];
  const count = material.formats.ofAll(pledge.number('reported') ?? 0, codes.length);
  return [
    ...(areas.length === 0 ? [] : [areas.map((key) => material.areaName(key)).join(', ')]),
    ...inferred('areas', pledge, material),
    ...(areas.length > 0 && codes.length > 0 ? ['; '] : []),
    ...joined(codes.map((text): Inline => ({ kind: 'code', text }))),
    ...(codes.length === 0 ? [] : [` (${words.reported(count)})`]),
  ];
}

/** The mark of what no source states. */
const inferred = (field: string, pledge: Loose, material: Material): Inline[] =>
  pledge.texts('inferred').includes(field)
    ? [' ', { kind: 'mark', text: material.words(WORDS).inferred }]
    : [];

function updatedOn(pledge: Loose, material: Material): Line {
  const day = pledge.text('updatedAsOf');
  return day === null ? [] : [`, ${material.words(WORDS).asOf(material.formats.day(day))}`];
}

/** What is said of each pledge: its description and the account of its last update. */
function ownWords(part: Loose, material: Material): ReportSection[] {
  const words = material.words(WORDS);
  const blocks = part.list('pledges').flatMap((pledge) => {
    const said = [pledge.words('description'), pledge.words('account')].filter((text) => text !== null);
    return said.length === 0
      ? []
      : [
          ...paragraph([{ kind: 'strong', text: plainText(pledge.words('name') ?? '') }], 'title'),
          ...said.flatMap((text) => paragraph(text)),
        ];
  });
  return blocks.length === 0 ? [] : [section('pledges-words', words.words, { blocks })];
}

/** Names the forums where the pledges were made, as far as the snapshot knows them. */
function captionOf(part: Loose, material: Material): string {
  const forums = part.list('pledges').flatMap((pledge) => {
    const name = pledge.words('forumName');
    return name === null ? [] : [plainText(name)];
  });
  return [material.words(WORDS).caption, [...new Set(forums)].join(', ')].filter(Boolean).join(': ');
}

/** The stage in the Forum's words, with a mark where a person stated it. */
function stageOf(pledge: Loose, part: Loose, material: Material): Line {
  const words = material.words(WORDS);
  const key = pledge.text('stage');
  const stage = part.list('stages').find((each) => each.text('key') === key);
  if (key === null || !stage) return [words.noUpdate];
  const stated = pledge.text('stageBasis') === 'stated' ? [` (${words.stated})`] : [];
  return [stage.words('name') ?? key, ...stated];
}

function followUp(material: Material) {
  const words = material.words(WORDS);
  const part = material.regional('pledges');
  const stages = part.list('stages');
  const names = (items: Inline[]) =>
    items.map((item) => (typeof item === 'string' ? item : 'text' in item ? item.text : '')).join(', ') ||
    null;
  // Snapshots of before pledges were rows name the month in the key.
  const recent = part.at('distribution');
  const distribution = recent.isEmpty ? part.at('distributionAugust2020') : recent;
  const month = material.formats.month(part.text('distributionMonth') ?? '2020-08-01');
  const rows = stages.flatMap((stage, i) => {
    const count = distribution.number(stage.text('key') ?? '');
    if (count === null) return [];
    const values = stages.map((_, at) => (at === i ? count : 0));
    return [{ label: plainText(stage.words('name') ?? ''), values, end: material.formats.count(count) }];
  });
  const blocks = [
    ...terms([
      [words.update, part.words('howUpdated')],
      // The chart names them, too.
      [words.stages, rows.length > 0 ? null : names(stages.flatMap((stage) => stage.words('name') ?? []))],
      [words.types, names(part.wordsList('types'))],
      [words.good, names(part.wordsList('goodPledge'))],
    ]),
    ...(rows.length > 0 ? [stageChart(`${words.distribution}, ${month}`, stages, rows, material)] : []),
  ];
  return blocks.length === 0 ? [] : [section('pledges-follow-up', words.follow, { blocks })];
}

/** How many pledges are in each stage, one bar a stage. */
function stageChart(
  caption: string,
  stages: readonly Loose[],
  rows: readonly CountRow[],
  material: Material,
): ChartBlock {
  const words = material.words(WORDS);
  return {
    type: 'chart',
    id: 'pledges-by-stage-chart',
    number: 0,
    caption,
    description: [caption, ...rows.map(({ label, end }) => `${label}: ${end}`)].join('. ').concat('.'),
    series: stages.map((stage) => ({
      key: `stage-${stage.text('key') ?? ''}`,
      label: plainText(stage.words('name') ?? ''),
    })),
    bars: [...rows],
    illustrative: false,
    table: table(
      'pledges-by-stage',
      caption,
      [words.stage, numeric(words.number)],
      rows.map(({ label, end }) => [label, end]),
    ),
  };
}
