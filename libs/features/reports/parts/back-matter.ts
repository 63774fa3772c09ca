import { figureFlags } from '#features/progress';
import type { SnapshotFact } from '#features/rollups';
import { type Loose, plainText } from '../regional.reader.js';
import type { Inline, Line } from '../report.document.js';
import { type Material, paragraph, type Part } from '../report.material.js';
import { contentOf, factLink } from './figures.js';
import { table } from './tables.js';

const WORDS = {
  fact: { en: 'Fact', es: 'Hecho' },
  notesLead: {
    en: 'What readers should know about single facts and figures. Conflicting figures stand side by side; none was corrected silently.',
    es: 'Lo que conviene saber sobre hechos y cifras concretos. Las cifras que se contradicen figuran una junto a otra; ninguna se corrigió en silencio.',
  },
  notesTable: { en: 'Notes on facts and figures', es: 'Notas sobre hechos y cifras' },
  note: { en: 'Note', es: 'Nota' },
  acronyms: { en: 'Acronyms', es: 'Siglas' },
  acronym: { en: 'Acronym', es: 'Sigla' },
  meaning: { en: 'Meaning', es: 'Significado' },
  where: { en: 'Where', es: 'Dónde' },
  regional: { en: 'Regional', es: 'Regional' },
};

/** Notes of the States and what the checks found in the figures: shown, never corrected. */
export const dataNotes: Part = {
  id: 'annex-notes',
  annex: true,
  title: { en: 'Data notes', es: 'Notas sobre los datos' },
  compose: (material) => {
    const { index } = material;
    const words = material.words(WORDS);
    const rows = index.facts.flatMap((fact) =>
      notesOn(fact, material).map((note): Line[] => [
        [factLink(fact, material)],
        [material.stateName(fact.stateCode)],
        [note],
      ]),
    );
    if (rows.length === 0) return null;
    return {
      blocks: [
        ...paragraph(words.notesLead),
        table('data-notes', words.notesTable, [words.fact, words.where, words.note], rows),
      ],
    };
  },
};

function notesOn(fact: SnapshotFact, material: Material): Inline[] {
  const own = material.said(fact.noteEn, fact.noteEs);
  const flags = material.index
    .figuresOf(fact.id)
    .flatMap((figure) => figureFlags(contentOf(figure)).map(({ detail }) => material.label(detail)));
  return [...(own ? [own] : []), ...flags];
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

/** The numbered sources that the report names; it comes last, so that it has them all. */
export const sourceList: Part = {
  id: 'annex-sources',
  annex: true,
  title: { en: 'Sources', es: 'Fuentes' },
  compose: ({ sources }) => {
    const all = sources.all();
    return all.length === 0
      ? null
      : {
          blocks: [
            { type: 'sources', items: all.map(({ number, text }) => ({ number, line: linked(text) })) },
          ],
        };
  },
};

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
