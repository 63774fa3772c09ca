import type { SnapshotFact } from '#features/rollups';
import type { Inline, Line, Row } from '../report.document.js';
import { type Material, paragraph, type Part, section } from '../report.material.js';
import { factLink, figureItem } from './figures.js';
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
  see: { en: 'See', es: 'Ver' },
  statusOf: {
    en: (state: string) => `Status of every commitment: ${state}`,
    es: (state: string) => `Situación de cada compromiso: ${state}`,
  },
  statusLead: {
    en: 'One row a commitment of the plan in force, reported or not. The States’ explanations are in their chapters.',
    es: 'Una fila por compromiso del plan vigente, informado o no. Las explicaciones de los Estados están en sus capítulos.',
  },
  figuresOf: { en: (state: string) => `Figures: ${state}`, es: (state: string) => `Cifras: ${state}` },
  figuresLead: {
    en: (n: string, facts: string) =>
      `All ${n} figures of this snapshot, behind ${facts} facts, as their sources give them.`,
    es: (n: string, facts: string) =>
      `Las ${n} cifras de esta instantánea, que sustentan ${facts} hechos, tal como las dan sus fuentes.`,
  },
  fact: { en: 'Fact', es: 'Hecho' },
  what: { en: 'What was measured', es: 'Qué se midió' },
  figure: { en: 'Figure', es: 'Cifra' },
  breakdown: { en: 'Breakdown', es: 'Desglose' },
  source: { en: 'Source', es: 'Fuente' },
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
              [
                words.code,
                words.commitment,
                words.area,
                words.stage,
                words.outlook,
                numeric(words.percent),
                words.source,
              ],
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
  if (!update)
    return {
      id,
      cells: [
        [{ kind: 'code', text: commitment.code }],
        [title],
        [area],
        standingLine(commitment, material, true),
        ['—'],
        ['—'],
        ['—'],
      ],
    };
  const link: Inline = { kind: 'update', text: material.words(WORDS).see, updateId: update.id };
  return {
    id,
    cells: [
      [{ kind: 'place', text: commitment.code, to: `commitment-${commitment.code}` }],
      [title],
      [area],
      stageLine(update, material),
      outlookLine(update, material),
      percentLine(update, material),
      [link],
    ],
  };
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
        const rows = withFigures
          .filter(({ stateCode }) => stateCode === state)
          .flatMap((fact) => figureRows(fact, material));
        return section(`annex-figures-${state}`, title, {
          blocks: [
            table(
              `figures-table-${state}`,
              words.figuresOf(title),
              [words.fact, words.what, words.figure, words.breakdown, words.source, words.update],
              rows,
            ),
          ],
        });
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
    const update: Inline =
      fact.updateId === null
        ? words.noUpdate
        : { kind: 'update', text: words.update, updateId: fact.updateId };
    return {
      id: `figure-${figure.id}`,
      cells: [
        [factLink(fact, material)],
        [material.said(fact.textEn, fact.textEs) ?? ''],
        item.window ? [item.text, item.window] : [item.text],
        [breakdown],
        material.sources.cite([...new Set(sources)]),
        [update],
      ],
    };
  });
