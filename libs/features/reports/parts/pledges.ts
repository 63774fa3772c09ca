import { list, type Material, paragraph, type Part, section, terms } from '../report.material.js';
import { type Loose, plainText } from '../regional.reader.js';
import type { ChartBlock, Inline, Line } from '../report.document.js';
import type { CountRow } from './count-chart.js';
import { noteWithSources } from './regional-plan.js';
import { table, numeric } from './tables.js';
import { teamName } from './teams.js';

const WORDS = {
  caption: { en: 'Regional pledges', es: 'Promesas regionales' },
  pledge: { en: 'Pledge', es: 'Promesa' },
  team: { en: 'Team', es: 'Equipo' },
  linked: { en: 'Linked global pledge', es: 'Promesa mundial vinculada' },
  standing: { en: 'Stage', es: 'Etapa' },
  noUpdate: { en: 'no update', es: 'sin actualización' },
  stated: { en: 'stated by a person', es: 'indicada por una persona' },
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

/** The regional pledges with the team that carries each. */
export const pledges: Part = {
  id: 'pledges',
  title: { en: 'Regional pledges', es: 'Promesas regionales' },
  compose: (material) => {
    const part = material.regional('pledges');
    const rows = part.list('pledges').map((pledge) => {
      const team = pledge.text('teamKey');
      return [
        pledge.words('name'),
        team === null ? material.words(WORDS).noTeam : teamName(team, material),
        pledge.words('linkedGlobalPledge'),
        stageOf(pledge, part, material),
      ];
    });
    if (rows.length === 0) return null;
    const words = material.words(WORDS);
    return {
      blocks: [
        table(
          'regional-pledges',
          captionOf(part, material),
          [words.pledge, words.team, words.linked, words.standing],
          rows,
        ),
        ...paragraph(noteWithSources(part, material), 'small'),
      ],
      sections: followUp(material),
    };
  },
};

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
      [words.stages, names(stages.flatMap((stage) => stage.words('name') ?? []))],
      [words.types, names(part.wordsList('types'))],
    ]),
    ...(part.list('goodPledge').length > 0
      ? [...paragraph([{ kind: 'strong', text: words.good }]), ...list(part.wordsList('goodPledge'))]
      : []),
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
