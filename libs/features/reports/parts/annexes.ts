import { figureFlags } from '#features/progress';
import type { SnapshotFact } from '#features/rollups';
import { type Loose, plainText } from '../regional.reader.js';
import type { Inline, Line, Row } from '../report.document.js';
import { type Material, paragraph, type Part, section } from '../report.material.js';
import { contentOf, factLink, figureItem } from './figures.js';
import { outlookLine, percentLine, stageLine, standingLine } from './status.js';
import { numeric, table } from './tables.js';

const WORDS = {
  code: { en: 'Code', es: 'Código' },
  commitment: { en: 'Commitment', es: 'Compromiso' },
  area: { en: 'Area', es: 'Área' },
  stage: { en: 'Stage', es: 'Etapa' },
  outlook: { en: 'Outlook', es: 'Perspectiva' },
  percent: { en: 'Progress', es: 'Avance' },
  update: { en: 'Update', es: 'Actualización' },
  statusOf: { en: (state: string) => `Status of every commitment: ${state}`, es: (state: string) => `Situación de cada compromiso: ${state}` },
  statusLead: {
    en: 'One row a commitment of the plan in force, reported or not. The States’ explanations are in their chapters.',
    es: 'Una fila por compromiso del plan vigente, informado o no. Las explicaciones de los Estados están en sus capítulos.',
  },
  figuresOf: { en: (state: string) => `Figures: ${state}`, es: (state: string) => `Cifras: ${state}` },
  figuresLead: {
    en: (n: string, facts: string) => `All ${n} figures of this snapshot, behind ${facts} facts, as their sources give them.`,
    es: (n: string, facts: string) => `Las ${n} cifras de esta instantánea, que sustentan ${facts} hechos, tal como las dan sus fuentes.`,
  },
  fact: { en: 'Fact', es: 'Hecho' },
  what: { en: 'What was measured', es: 'Qué se midió' },
  figure: { en: 'Figure', es: 'Cifra' },
  breakdown: { en: 'Breakdown', es: 'Desglose' },
  source: { en: 'Source', es: 'Fuente' },
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
  noUpdate: { en: 'free-standing', es: 'independiente' },
};

/** Every commitment of every State, reported or not. */
export const commitmentStatus: Part = {
  id: 'annex-status',
  annex: true,
  title: { en: 'Status of every commitment', es: 'Situación de cada compromiso' },
  compose: (material) => {
    const { index } = material;
    const words = material.words(WORDS);
    const states = index.states.filter(({ id }) => index.commitmentsOf(id).length > 0);
    if (states.length === 0) return null;
    return {
      blocks: paragraph(words.statusLead),
      sections: states.map(({ id }) => {
        const title = material.stateName(id);
        return section(`annex-status-${id}`, title, {
          blocks: [
            table(
              `status-table-${id}`,
              words.statusOf(title),
              [words.code, words.commitment, words.area, words.stage, words.outlook, numeric(words.percent), words.update],
              index.commitmentsOf(id).map((commitment) => statusRow(commitment, material)),
            ),
          ],
        });
      }),
    };
  },
};

function statusRow(commitment: Material['index']['commitments'][number], material: Material): Row {
  const { index } = material;
  const update = index.update(commitment.id);
  const area = material.areaName(index.areaOf(commitment));
  const title = material.said(commitment.titleEn, commitment.titleEs) ?? '';
  const id = `status-${commitment.code}`;
  if (!update) return { id, cells: [[{ kind: 'code', text: commitment.code }], [title], [area], standingLine(commitment, material, true), ['—'], ['—'], ['—']] };
  const link: Inline = { kind: 'update', text: material.words(WORDS).update, updateId: update.id };
  return { id, cells: [[{ kind: 'place', text: commitment.code, to: `commitment-${commitment.code}` }], [title], [area], stageLine(update, material), outlookLine(update, material), percentLine(update, material), [link]] };
}

/** Every figure with its breakdown and source, one table a State. */
export const figureTables: Part = {
  id: 'annex-figures',
  annex: true,
  title: { en: 'Figures', es: 'Cifras' },
  compose: (material) => {
    const { index, formats, content } = material;
    const words = material.words(WORDS);
    const withFigures = index.facts.filter((fact) => index.figuresOf(fact.id).length > 0);
    const states = [...new Set(withFigures.map(({ stateCode }) => stateCode))];
    if (states.length === 0) return null;
    const total = withFigures.reduce((sum, fact) => sum + index.figuresOf(fact.id).length, 0);
    return {
      blocks: paragraph(words.figuresLead(formats.count(total), formats.count(content.facts.length))),
      sections: states.map((state) => {
        const title = material.stateName(state);
        const rows = withFigures.filter(({ stateCode }) => stateCode === state).flatMap((fact) => figureRows(fact, material));
        return section(`annex-figures-${state}`, title, { blocks: [table(`figures-table-${state}`, words.figuresOf(title), [words.fact, words.what, words.figure, words.breakdown, words.source, words.update], rows)] });
      }),
    };
  },
};

const figureRows = (fact: SnapshotFact, material: Material): { id: string; cells: (Line | Inline)[] }[] =>
  material.index.figuresOf(fact.id).map((figure) => {
    const item = figureItem(figure, fact, material);
    const words = material.words(WORDS);
    const breakdown = item.breakdown.map(({ title, text }) => `${title}: ${text}`).join('; ');
    const sources = [fact.source, figure.source].filter((source): source is string => Boolean(source));
    const update: Inline = fact.updateId === null ? words.noUpdate : { kind: 'update', text: words.update, updateId: fact.updateId };
    return {
      id: `figure-${figure.id}`,
      cells: [[factLink(fact, material)], [material.said(fact.textEn, fact.textEs) ?? ''], [item.text], [breakdown], material.sources.cite([...new Set(sources)]), [update]],
    };
  });

/** Notes of the States and what the checks found in the figures: shown, never corrected. */
export const dataNotes: Part = {
  id: 'annex-notes',
  annex: true,
  title: { en: 'Data notes', es: 'Notas sobre los datos' },
  compose: (material) => {
    const { index } = material;
    const words = material.words(WORDS);
    const rows = index.facts.flatMap((fact) => notesOn(fact, material).map((note): Line[] => [[factLink(fact, material)], [material.stateName(fact.stateCode)], [note]]));
    if (rows.length === 0) return null;
    return { blocks: [...paragraph(words.notesLead), table('data-notes', words.notesTable, [words.fact, words.where, words.note], rows)] };
  },
};

function notesOn(fact: SnapshotFact, material: Material): Inline[] {
  const own = material.said(fact.noteEn, fact.noteEs);
  const flags = material.index.figuresOf(fact.id).flatMap((figure) => figureFlags(contentOf(figure)).map(({ detail }) => material.label(detail)));
  return [...(own ? [own] : []), ...flags];
}

/** The acronyms of the region and of each State; one acronym may mean different things in different States. */
export const acronyms: Part = {
  id: 'annex-acronyms',
  annex: true,
  title: { en: 'Acronyms', es: 'Siglas' },
  compose: (material) => {
    const entries = material.regional('glossary').items().filter((entry) => entry.text('acronym') !== null && entry.pair('term') !== null);
    if (entries.length === 0) return null;
    const words = material.words(WORDS);
    const key = (entry: Loose): string => `${entry.text('acronym')?.toUpperCase() ?? ''}\u0000${entry.text('stateCode') ?? ''}\u0000${plainText(entry.pair('term') ?? '')}`;
    const sorted = entries.map((entry) => [key(entry), entry] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const rows = sorted.map(([, entry]): (Inline | Line | null)[] => {
      const state = entry.text('stateCode');
      const note = entry.pair('note');
      return [entry.text('acronym') ?? '', [entry.pair('term') ?? '', ...(note ? ['. ', note] : [])], state === null ? words.regional : material.stateName(state)];
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
    return all.length === 0 ? null : { blocks: [{ type: 'sources', items: all.map(({ number, text }) => ({ number, line: linked(text) })) }] };
  },
};

/** A source with its address as a link. */
function linked(text: string): Line {
  const found = /https?:\/\/[^\s"<>]*[^\s"<>().,;]/.exec(text);
  if (!found) return [text];
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  return [...(before ? [before] : []), { kind: 'link', text: found[0], href: found[0] }, ...(after ? [after] : [])];
}
