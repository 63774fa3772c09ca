import type { Loose } from '../regional.reader.js';
import type { Block, Inline, Line, ReportSection } from '../report.document.js';
import { list, type Material, paragraph, type Part, section, terms } from '../report.material.js';
import { goodPractices } from './good-practices.js';
import { noteWithSources, sourceLine } from './regional-plan.js';
import { quantifiedGap } from './quantified-gap.js';
import { table } from './tables.js';

const WORDS = {
  events: { en: 'Events at the OAS', es: 'Eventos en la OEA' },
  date: { en: 'Date', es: 'Fecha' },
  event: { en: 'Event', es: 'Evento' },
  detail: { en: 'Detail', es: 'Detalle' },
  lead: { en: 'Lead', es: 'Liderazgo' },
  status: { en: 'Status', es: 'Situación' },
  launched: { en: 'Launched', es: 'Lanzamiento' },
  areas: { en: 'Areas of work', es: 'Áreas de trabajo' },
  steps: { en: 'Steps taken', es: 'Pasos dados' },
  model: { en: 'How commitments are costed', es: 'Cómo se costean los compromisos' },
  first: { en: 'First done', es: 'Primera vez' },
  updated: { en: 'Updated', es: 'Actualización' },
  gap: { en: 'Gap found in 2019', es: 'Brecha identificada en 2019' },
  mexico: { en: 'Mexico, 2020', es: 'México, 2020' },
  launchedIn: { en: 'Launched in', es: 'Creada en' },
  memberStates: { en: 'Member States', es: 'Estados miembros' },
  organisations: { en: 'Member organisations', es: 'Organizaciones miembros' },
  learning: { en: 'Learning events', es: 'Eventos de aprendizaje' },
  learning2023: { en: 'Learning events in 2023', es: 'Eventos de aprendizaje en 2023' },
  chairs: { en: 'Chairs of the Support Platform', es: 'Presidencias de la Plataforma de Apoyo' },
  chair: { en: 'Chair', es: 'Presidencia' },
  period: { en: 'Period', es: 'Período' },
  note: { en: 'Note', es: 'Nota' },
  priorities: { en: 'Priorities', es: 'Prioridades' },
};

/** Where the MIRPS was spoken of at the Organization of American States. */
export const oasEvents: Part = {
  id: 'oas',
  title: {
    en: 'Positioning at the Organization of American States',
    es: 'Posicionamiento en la Organización de los Estados Americanos',
  },
  compose: (material) => {
    const events = material.regional('oas_events').items();
    if (events.length === 0) return null;
    const words = material.words(WORDS);
    const rows = events.map((event) => [
      event.words('name'),
      whenText(event, material),
      [...part(event.words('detail')), ' ', ...material.sources.cite(event.texts('sources'))],
    ]);
    return { blocks: [table('oas-events', words.events, [words.event, words.date, words.detail], rows)] };
  },
};

function whenText(event: Loose, { formats }: Material): string {
  const heldOn = event.text('heldOn');
  const precision = event.text('precision');
  if (heldOn === null || precision === 'year') return String(event.number('year') ?? '');
  return precision === 'month' ? formats.month(heldOn) : formats.day(heldOn);
}

/** The mechanisms of dialogue with civil society, the private sector and academia. */
export const alliances: Part = {
  id: 'alliances',
  title: { en: 'Alliances', es: 'Alianzas' },
  compose: (material) => {
    const mechanisms = material.regional('dialogue_mechanisms').items();
    const sections = [
      ...mechanisms.map((mechanism) => alliance(mechanism, material)),
      ...goodPractices(material),
    ];
    return sections.length === 0 ? null : { sections };
  },
};

function alliance(mechanism: Loose, material: Material): ReportSection {
  const words = material.words(WORDS);
  const name = mechanism.words('name');
  const key = mechanism.text('key') ?? 'mechanism';
  const launchedOn = mechanism.text('launchedOn');
  const areas = mechanism.wordsList('areas');
  return section(`alliance-${key}`, typeof name === 'string' ? name : key, {
    blocks: [
      ...terms([
        [words.lead, mechanism.words('lead')],
        [words.status, mechanism.words('status')],
        [words.launched, launchedOn === null ? null : launchText(launchedOn, mechanism, material)],
        [
          words.areas,
          areas.length === 0 ? null : areas.flatMap((area, i): Inline[] => (i === 0 ? [area] : [', ', area])),
        ],
      ]),
      ...named(words.steps, list(mechanism.wordsList('steps'))),
      ...sourceLine(mechanism, material),
    ],
  });
}

function launchText(day: string, mechanism: Loose, { formats }: Material): string {
  const precision = mechanism.text('launchedPrecision');
  if (precision === 'year') return day.slice(0, 4);
  return precision === 'month' ? formats.month(day) : formats.day(day);
}

/** The Support Platform: who belongs to it, who chaired it, what it gives priority to. */
export const supportPlatform: Part = {
  id: 'support-platform',
  title: { en: 'Support Platform', es: 'Plataforma de Apoyo' },
  compose: (material) => {
    const platform = material.regional('support_platform');
    if (platform.isEmpty) return null;
    const words = material.words(WORDS);
    const chairs = platform
      .list('chairs')
      .map((chair) => [
        chair.words('chair'),
        chair.words('period'),
        [...part(chair.words('note')), ' ', ...material.sources.cite(chair.texts('sources'))],
      ]);
    const priorities = platform.list('priorities').flatMap((priority): Line[] => {
      const [chair, text] = [priority.words('chair'), priority.words('text')];
      return text === null
        ? []
        : [[...(typeof chair === 'string' ? [{ kind: 'strong', text: `${chair}: ` } as const] : []), text]];
    });
    const launched = platform.number('launched');
    return {
      blocks: [
        ...terms([
          [words.launchedIn, launched === null ? null : String(launched)],
          [words.memberStates, commas(platform.wordsList('memberStates'))],
          [words.organisations, commas(platform.wordsList('memberOrganisations'))],
          [words.learning2023, commas(platform.wordsList('learningEvents2023'))],
          [words.learning, commas(platform.list('learningEvents').flatMap(nameAndYear))],
        ]),
        ...(chairs.length > 0
          ? [table('support-platform-chairs', words.chairs, [words.chair, words.period, words.note], chairs)]
          : []),
        ...named(words.priorities, list(priorities)),
        ...list(platform.wordsList('notes')),
        ...sourceLine(platform, material),
      ],
    };
  },
};

/** What carrying out the commitments costs, as far as it was costed. */
export const quantification: Part = {
  id: 'quantification',
  title: { en: 'Quantification of needs', es: 'Cuantificación de necesidades' },
  compose: (material) => {
    const part = material.regional('quantification');
    if (part.isEmpty) return null;
    const words = material.words(WORDS);
    const [gap, currency] = [part.at('gap2019').number('value'), part.at('gap2019').text('currency')];
    const scope = part.words('gapScope');
    const updateNote = part.words('updateNote');
    const [first, updated] = [part.number('first'), part.number('updated')];
    return {
      blocks: [
        ...terms([
          [words.model, part.words('model')],
          [words.first, first === null ? null : String(first)],
          [words.updated, updateNote ?? (updated === null ? null : String(updated))],
          [
            words.gap,
            gap === null || currency === null
              ? null
              : [material.formats.money(gap, currency), ...(scope ? [' — ', scope] : [])],
          ],
          [words.mexico, part.words('mexico2020')],
        ]),
        ...quantifiedGap(part.at('counted'), material),
        ...paragraph(noteWithSources(part, material), 'small'),
      ],
    };
  },
};

/** `name (year)`, where both are there. */
const nameAndYear = (event: Loose): Inline[] => {
  const [name, year] = [event.words('name'), event.number('year')];
  return typeof name === 'string' && year !== null ? [`${name} (${year})`] : part(name);
};

const part = (words: Inline | null): Inline[] => (words === null ? [] : [words]);

const commas = (items: Inline[]): Line | null =>
  items.length === 0 ? null : items.flatMap((item, i): Inline[] => (i === 0 ? [item] : [', ', item]));

/** Blocks under a line in bold; nothing without blocks. */
export const named = (title: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [...paragraph([{ kind: 'strong', text: title }]), ...blocks];
