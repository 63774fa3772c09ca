import { FINDING_ANSWER_LABELS, FINDING_ANSWERS } from '#features/quality';
import { type Loose, plainText } from '../regional.reader.js';
import type { Block, Inline, Line } from '../report.document.js';
import type { Sources } from '../report.sources.js';
import { type Material, paragraph, type Part } from '../report.material.js';
import { commitmentPlaceLink, factLink } from './figures.js';
import { table } from './tables.js';

const WORDS = {
  fact: { en: 'Fact', es: 'Hecho' },
  notesLead: {
    en: 'What readers should know about single facts and figures. Conflicting figures stand side by side; none was corrected silently.',
    es: 'Lo que conviene saber sobre hechos y cifras concretos. Las cifras que se contradicen figuran una junto a otra; ninguna se corrigió en silencio.',
  },
  notesTable: { en: 'Notes on facts and figures', es: 'Notas sobre hechos y cifras' },
  note: { en: 'Note', es: 'Nota' },
  findingsTable: {
    en: 'What the checks found in figures and texts',
    es: 'Lo que hallaron las revisiones en cifras y textos',
  },
  found: { en: 'Found', es: 'Hallazgo' },
  answer: { en: 'The State’s answer', es: 'Respuesta del Estado' },
  unanswered: { en: 'Not answered', es: 'Sin respuesta' },
  acronyms: { en: 'Acronyms', es: 'Siglas' },
  acronym: { en: 'Acronym', es: 'Sigla' },
  meaning: { en: 'Meaning', es: 'Significado' },
  where: { en: 'Where', es: 'Dónde' },
  regional: { en: 'Regional', es: 'Regional' },
  period: { en: 'Period', es: 'Período' },
  annualReport: {
    en: (year: string) => `MIRPS Annual Report ${year}`,
    es: (year: string) => `Informe Anual del MIRPS ${year}`,
  },
  midYearReport: {
    en: (year: string) => `MIRPS Mid-year Report ${year}`,
    es: (year: string) => `Informe Semestral del MIRPS ${year}`,
  },
  chapter: { en: (state: string) => `chapter on ${state}`, es: (state: string) => `capítulo sobre ${state}` },
  context: { en: 'regional context', es: 'contexto regional' },
  windows: {
    en: (from: string, to: string) =>
      `Figures are of the period from ${from} to ${to} or name theirs; a letter leads to one of these periods:`,
    es: (from: string, to: string) =>
      `Las cifras corresponden al período del ${from} al ${to} o indican el suyo; una letra remite a uno de estos períodos:`,
  },
};

/** Notes of the States, and what the checks found in the figures with what was answered: shown, never corrected. */
export const dataNotes: Part = {
  id: 'annex-notes',
  annex: true,
  title: { en: 'Data notes', es: 'Notas sobre los datos' },
  compose: (material) => {
    const words = material.words(WORDS);
    const own = material.index.facts.flatMap((fact): Line[][] => {
      const note = material.said(fact.noteEn, fact.noteEs);
      return note ? [[[factLink(fact, material)], [material.stateName(fact.stateCode)], [note]]] : [];
    });
    const found = material
      .regional('data_notes')
      .items()
      .map((note) => foundRow(note, material));
    const blocks = [
      ...(own.length + found.length === 0 ? [] : paragraph(words.notesLead)),
      ...(own.length === 0
        ? []
        : [table('data-notes', words.notesTable, [words.fact, words.where, words.note], own)]),
      ...(found.length === 0
        ? []
        : [
            table(
              'data-findings',
              words.findingsTable,
              [words.fact, words.where, words.found, words.answer],
              found,
            ),
          ]),
    ];
    return blocks.length === 0 ? null : { blocks };
  },
};

function foundRow(note: Loose, material: Material): Line[] {
  const words = material.words(WORDS);
  const fact = material.index.facts.find(({ id }) => id === note.text('factId'));
  const about = note.text('about');
  const isCommitment = material.index.commitments.some(({ code }) => code === about);
  const place: Inline = fact
    ? factLink(fact, material)
    : about !== null && isCommitment
      ? commitmentPlaceLink(about)
      : (about ?? '—');
  const figure = note.pair('figure');
  const kind = FINDING_ANSWERS.find((each) => each === note.text('answer'));
  const said = note.pair('answerText');
  return [
    [place],
    [material.stateName(note.text('stateCode') ?? '')],
    [...(figure ? [figure, ': '] : []), note.pair('detail') ?? ''],
    kind === undefined
      ? [words.unanswered]
      : [material.label(FINDING_ANSWER_LABELS[kind]), ...(said ? [': ', said] : [])],
  ];
}

/** The acronyms of the region and of each State; one acronym may mean different things in different States. */
export const acronyms: Part = {
  id: 'annex-acronyms',
  annex: true,
  title: { en: 'Acronyms', es: 'Siglas' },
  compose: (material) => {
    const entries = material
      .regional('glossary')
      .items()
      .filter((entry) => entry.text('acronym') !== null && entry.pair('term') !== null);
    if (entries.length === 0) return null;
    const words = material.words(WORDS);
    const key = (entry: Loose): string =>
      `${entry.text('acronym')?.toUpperCase() ?? ''}\u0000${entry.text('stateCode') ?? ''}\u0000${plainText(entry.pair('term') ?? '')}`;
    const sorted = entries
      .map((entry) => [key(entry), entry] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const rows = sorted.map(([, entry]): (Inline | Line | null)[] => {
      const state = entry.text('stateCode');
      const note = entry.pair('note');
      return [
        entry.text('acronym') ?? '',
        [entry.pair('term') ?? '', ...(note ? ['. ', note] : [])],
        state === null ? words.regional : material.stateName(state),
      ];
    });
    return { blocks: [table('acronyms', words.acronyms, [words.acronym, words.meaning, words.where], rows)] };
  },
};

/** The notes of the report, its sources and the periods of figures; it comes last, so that it has them all. */
export const sourceList: Part = {
  id: 'annex-sources',
  annex: true,
  title: { en: 'Sources and periods', es: 'Fuentes y períodos' },
  compose: (material) => {
    const { content, formats, sources, windows } = material;
    const words = material.words(WORDS);
    const [from, to] = [formats.day(content.cycle.factsFrom), formats.day(content.cycle.factsTo)];
    const blocks: Block[] = [
      ...noteList('sources', sources, (text) => linked(sourceInWords(text, material))),
      ...(windows.all().length === 0 ? [] : paragraph(words.windows(from, to))),
      ...noteList('windows', windows, (text) => [periodOf(text, words.period)]),
    ];
    return blocks.length === 0 ? null : { blocks };
  },
};

/** "Period: since 2016"; a text that has the word itself begins with it. */
const periodOf = (text: string, word: string): string =>
  text.toLowerCase().startsWith(word.toLowerCase()) ? word + text.slice(word.length) : `${word}: ${text}`;

const noteList = (type: 'sources' | 'windows', notes: Sources, lineOf: (text: string) => Line): Block[] => {
  const items = notes.all().map(({ number, text }) => ({ number, line: lineOf(text) }));
  return items.length === 0 ? [] : [{ type, items }];
};

/** Reports of the MIRPS by their name in the language of the paper; other sources as they were given. */
export function sourceInWords(text: string, material: Material): string {
  const { annualReport, midYearReport, chapter, context } = material.words(WORDS);
  const [, kind, year, part] =
    /^MIRPS (Annual|Mid-year) Report (\d{4})(?:, (regional context|chapter on .+))?$/.exec(text) ?? [];
  if (year === undefined) return text;
  const report = kind === 'Annual' ? annualReport(year) : midYearReport(year);
  if (part === undefined) return report;
  if (part === 'regional context') return `${report}, ${context}`;
  const state = material.index.states.find(({ nameEn }) => part === `chapter on ${nameEn}`);
  return state ? `${report}, ${chapter(material.stateName(state.id))}` : text;
}

/** A source with its address as a link. */
function linked(text: string): Line {
  const found = /https?:\/\/[^\s"<>]*[^\s"<>().,;]/.exec(text);
  if (!found) return [text];
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  return [
    ...(before ? [before] : []),
    { kind: 'link', text: found[0], href: found[0] },
    ...(after ? [after] : []),
  ];
}
