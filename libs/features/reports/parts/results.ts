import { ILLUSTRATIVE_FIELDS } from '#features/progress';
import type { RollupCell } from '#features/rollups';
import type { Block, Line, TableBlock } from '../report.document.js';
import { NOTHING } from '../report.formats.js';
import { type Material, paragraph, type Part, section } from '../report.material.js';
import { type ChartGroup, outlooksChart, stagesChart } from './cycle-charts.js';
import { factsChart } from './facts-chart.js';
import { illustrativeMark, rests } from './status.js';
import { coverageMap } from './region-map.js';
import { atRiskTable, changes } from './results-over-time.js';
import { numeric, table } from './tables.js';

const WORDS = {
  lead: {
    en: (n: string, states: string) =>
      `Commitments reported in this cycle: ${n}. States that reported: ${states}.`,
    es: (n: string, states: string) =>
      `Compromisos informados en este ciclo: ${n}. Estados que informaron: ${states}.`,
  },
  means: {
    en: (a: string, n: string, b: string, s: string) =>
      `Mean progress over commitments: ${a} (n = ${n}); mean over States, each weighing the same: ${b} (n = ${s}).`,
    es: (a: string, n: string, b: string, s: string) =>
      `Avance medio por compromiso: ${a} (n = ${n}); media de los Estados, cada uno con el mismo peso: ${b} (n = ${s}).`,
  },
  noMeans: {
    en: 'No percentage was reported, so no mean is given.',
    es: 'No se informó ningún porcentaje, por lo que no se da ninguna media.',
  },
  marks: {
    en: 'Means, tables and charts that rest on illustrative values are marked; the chapters and the annex mark each value.',
    es: 'Las medias, cuadros y gráficos que se basan en valores ilustrativos llevan la marca; los capítulos y el anexo marcan cada valor.',
  },
  matrixTitle: { en: 'State by area', es: 'Estados por área' },
  matrix: {
    en: 'Reported commitments and mean progress by State and area',
    es: 'Compromisos informados y avance medio por Estado y área',
  },
  matrixNote: {
    en: 'Each cell: reported of all commitments, then the mean of those that gave a percentage. A dash stands for "no commitment" or "nothing reported", never for zero.',
    es: 'Cada celda: compromisos informados del total y, después, la media de los que dieron un porcentaje. La raya significa «sin compromisos» o «nada informado», nunca cero.',
  },
  state: { en: 'State', es: 'Estado' },
  area: { en: 'Area', es: 'Área' },
  region: { en: 'Region', es: 'Región' },
  all: { en: 'All areas', es: 'Todas las áreas' },
  stagesTitle: { en: 'Stages', es: 'Etapas' },
  stagesByState: { en: 'Commitments by stage and State', es: 'Compromisos por etapa y Estado' },
  stagesByArea: {
    en: 'Commitments by stage and area, whole region',
    es: 'Compromisos por etapa y área, toda la región',
  },
  outlooksTitle: { en: 'Outlooks', es: 'Perspectivas' },
  outlooksByState: {
    en: 'Reported commitments by outlook and State',
    es: 'Compromisos informados por perspectiva y Estado',
  },
  outlooksByArea: {
    en: 'Reported commitments by outlook and area, whole region',
    es: 'Compromisos informados por perspectiva y área, toda la región',
  },
  factsTitle: { en: 'What the facts are about', es: 'De qué tratan los hechos' },
  riskTitle: { en: 'Commitments at risk or off track', es: 'Compromisos en riesgo o con retraso' },
};

/** The regional numbers: coverage, both means, matrix, stages, outlooks, changes. */
export const regionalResults: Part = {
  id: 'results',
  title: { en: 'Regional results', es: 'Resultados regionales' },
  compose: (material) => {
    const region = material.index.cell('region');
    if (!region || region.commitments === 0) return null;
    const words = material.words(WORDS);
    const risk = atRiskTable('results-at-risk', material);
    const map = coverageMap(material);
    const [byState, byArea] = [stateGroups(material), areaGroups(material)];
    const facts = factsChart(material);
    return {
      blocks: [
        ...overview(region, material),
        ...(rests(material, ILLUSTRATIVE_FIELDS) ? paragraph(words.marks, 'small') : []),
        ...(map ? [map] : []),
      ],
      sections: [
        section('results-matrix', words.matrixTitle, { blocks: [matrix(material)] }),
        section('results-stages', words.stagesTitle, {
          blocks: [
            stagesChart('stages-by-state', words.stagesByState, byState, words.state, material),
            stagesChart('stages-by-area', words.stagesByArea, byArea, words.area, material),
          ],
        }),
        section('results-outlooks', words.outlooksTitle, {
          blocks: [
            outlooksChart('outlooks-by-state', words.outlooksByState, byState, words.state, material),
            outlooksChart('outlooks-by-area', words.outlooksByArea, byArea, words.area, material),
          ],
        }),
        changes(material),
        ...(facts ? [section('results-facts', words.factsTitle, { blocks: [facts] })] : []),
        ...(risk ? [section('results-risk', words.riskTitle, { blocks: [risk] })] : []),
      ],
    };
  },
};

/** Coverage and both means in words. */
export function overview(region: RollupCell, material: Material): Block[] {
  const { formats, index } = material;
  const words = material.words(WORDS);
  const states = new Set(
    index.commitments.filter(({ id }) => index.standing(id) === 'reported').map(({ stateCode }) => stateCode),
  ).size;
  return [
    ...paragraph(
      words.lead(
        formats.ofAll(region.reported, region.commitments),
        formats.ofAll(states, stateGroups(material).length),
      ),
      'lead',
    ),
    ...paragraph(
      region.meanPercent === null
        ? words.noMeans
        : [
            words.means(
              formats.percent(region.meanPercent),
              formats.count(region.percentReported),
              formats.percent(region.meanOfStates),
              formats.count(region.statesInMean),
            ),
            ...illustrativeMark(material, ['percent']),
          ],
    ),
  ];
}

export const stateGroups = ({ index, lang }: Material): ChartGroup[] =>
  index.states
    .map((state) => ({
      label: lang === 'en' ? state.nameEn : state.nameEs,
      commitments: index.commitmentsOf(state.id),
    }))
    .filter(({ commitments }) => commitments.length > 0);

function areaGroups(material: Material): ChartGroup[] {
  const { index } = material;
  const areaOf = (commitment: (typeof index.commitments)[number]): string =>
    index.sharedKey(index.areaOf(commitment)) ?? index.areaOf(commitment);
  return index.areas
    .map((area) => ({
      label: material.areaName(area.id),
      commitments: index.commitments.filter((each) => areaOf(each) === area.id),
    }))
    .filter(({ commitments }) => commitments.length > 0);
}

/** State x area with coverage and mean; the last row is the region, the last column all areas. */
export function matrix(material: Material): TableBlock {
  const { index } = material;
  const words = material.words(WORDS);
  const areas = index.areas.filter(({ id }) => index.content.cells.some((cell) => cell.areaKey === id));
  const states = index.states.filter(({ id }) => index.cell('state', id));
  const rows = states.map(({ id }) => ({
    cells: [
      material.stateName(id),
      ...areas.map((area) => cellLine(index.cell('state_area', id, area.id), material)),
      cellLine(index.cell('state', id), material),
    ],
  }));
  const total = {
    total: true,
    cells: [
      words.region,
      ...areas.map((area) => cellLine(index.cell('area', '', area.id), material)),
      cellLine(index.cell('region'), material),
    ],
  };
  return table(
    'matrix',
    words.matrix,
    [words.state, ...areas.map(({ id }) => numeric(material.areaName(id))), numeric(words.all)],
    [...rows, total],
    { note: words.matrixNote, illustrative: rests(material, ['percent']) },
  );
}

function cellLine(cell: RollupCell | undefined, { formats }: Material): Line {
  if (!cell) return [NOTHING];
  const coverage = formats.ofAll(cell.reported, cell.commitments);
  return cell.meanPercent === null
    ? [coverage]
    : [coverage, ' ', { kind: 'strong', text: formats.percent(cell.meanPercent) }];
}
