import type { RollupCell } from '#features/rollups';
import { plainText } from '../regional.reader.js';
import type { Block, Inline } from '../report.document.js';
import { type Body, joined, type Material, paragraph } from '../report.material.js';
import { figureBoxes } from './chapter-boxes.js';
import { type ChartGroup, stagesChart } from './cycle-charts.js';
import { illustrativeMark } from './status.js';
import { changesOf, withMeans } from './stages-and-means.js';

const WORDS = {
  reported: {
    en: (n: string, states: string) => `Commitments reported in this area: ${n}, by ${states} States.`,
    es: (n: string, states: string) => `Compromisos informados en esta área: ${n}, de ${states} Estados.`,
  },
  mean: {
    en: (percent: string, n: string) => ` Mean progress: ${percent} (n = ${n})`,
    es: (percent: string, n: string) => ` Avance medio: ${percent} (n = ${n})`,
  },
  sinceMidYear: {
    en: (change: string) => `, ${change} since the mid-year cycle`,
    es: (change: string) => `, ${change} desde el ciclo semestral`,
  },
  sinceAnnual: {
    en: (change: string) => `, ${change} since the last annual cycle`,
    es: (change: string) => `, ${change} desde el último ciclo anual`,
  },
  risk: { en: 'At risk or off track: ', es: 'En riesgo o con retraso: ' },
  noRisk: {
    en: 'No reported commitment of the area is at risk or off track.',
    es: 'Ningún compromiso informado del área está en riesgo o con retraso.',
  },
  facts: {
    en: (facts: string, figures: string) =>
      `What the States told in the year: ${facts} facts with ${figures} figures.`,
    es: (facts: string, figures: string) =>
      `Lo que los Estados contaron en el año: ${facts} hechos con ${figures} cifras.`,
  },
  stages: { en: 'Commitments by stage and State', es: 'Compromisos por etapa y Estado' },
  state: { en: 'State', es: 'Estado' },
  region: { en: 'Region', es: 'Región' },
};

/** Two rows of three large numbers. */
const MOST_FIGURES = 6;

/** A State's commitments in the area of a newsletter. */
export interface StateInArea extends ChartGroup {
  id: string;
}

/** What moved in an area across the region: coverage, mean and its change, what is at risk, and each State's stages and change. */
export function newsletterLead(areaKey: string, states: readonly StateInArea[], material: Material): Body {
  const { index } = material;
  const words = material.words(WORDS);
  const chart = stagesChart('sheet-stages', words.stages, states, words.state, material);
  const byState = states.map(({ id, label }) => ({ label, cell: index.cell('state_area', id, areaKey) }));
  const all = { label: words.region, cell: index.cell('area', '', areaKey) };
  return {
    blocks: [
      ...regionSentence(areaKey, states, material),
      ...paragraph(riskLine(states, material)),
      ...factsSentence(areaKey, material),
      withMeans(chart, byState, all, material),
    ],
    areaKey,
  };
}

function regionSentence(areaKey: string, states: readonly StateInArea[], material: Material): Block[] {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const cell = index.cell('area', '', areaKey);
  if (!cell) return [];
  const reporting = states.filter(({ commitments }) =>
    commitments.some(({ id }) => index.standing(id) === 'reported'),
  );
  const mean =
    cell.meanPercent === null
      ? []
      : [
          words.mean(formats.percent(cell.meanPercent), formats.count(cell.percentReported)),
          ...illustrativeMark(
            material,
            ['percent'],
            states.flatMap(({ commitments }) => commitments),
          ),
          `${changeWords(cell, material)}.`,
        ];
  const coverage = words.reported(
    formats.ofAll(cell.reported, cell.commitments),
    formats.ofAll(reporting.length, states.length),
  );
  return paragraph([coverage, ...mean], 'lead');
}

/** ", +9.4 pp since the mid-year cycle"; empty where there is nothing to compare with. */
function changeWords(cell: RollupCell, material: Material): string {
  const words = material.words(WORDS);
  const { midYear, annual } = changesOf(cell, material);
  if (midYear !== null) return words.sinceMidYear(material.formats.change(midYear));
  return annual === null ? '' : words.sinceAnnual(material.formats.change(annual));
}

/** The commitments at risk or off track by their titles and States. */
function riskLine(states: readonly StateInArea[], material: Material): Inline[] {
  const { index } = material;
  const words = material.words(WORDS);
  const commitments = states.flatMap((state) => state.commitments);
  if (!commitments.some(({ id }) => index.update(id))) return [];
  const mark = illustrativeMark(material, ['outlook'], commitments);
  const late = commitments.filter(({ id }) => {
    const outlook = index.update(id)?.outlook;
    return outlook === 'at_risk' || outlook === 'off_track';
  });
  if (late.length === 0) return [words.noRisk, ...mark];
  const named = late.map(({ code, stateCode, titleEn, titleEs }): Inline => {
    const title = plainText(material.said(titleEn, titleEs) ?? '');
    return `${title} (${material.stateName(stateCode)}, ${code})`;
  });
  return [words.risk, ...joined(named, '; '), '.', ...mark];
}

function factsSentence(areaKey: string, material: Material): Block[] {
  const { index, formats } = material;
  const facts = factsOf(areaKey, material);
  const figures = facts.reduce((sum, { id }) => sum + index.figuresOf(id).length, 0);
  return facts.length === 0
    ? []
    : paragraph(material.words(WORDS).facts(formats.count(facts.length), formats.count(figures)));
}

/** The facts of an area, those of the States' own areas that are counted under it among them. */
const factsOf = (key: string, { index }: Material) =>
  index.facts.filter(({ areaKey }) => areaKey !== null && index.sharedKey(areaKey) === key);

/** An area's figures as large numbers, of one State after the other. */
export function areaFigures(areaKey: string, material: Material): Body | null {
  const items = figureBoxes(
    factsOf(areaKey, material),
    ({ stateCode }) => stateCode,
    material,
    MOST_FIGURES,
  ).map(({ box, fact }) => ({ ...box, note: [material.stateName(fact.stateCode), ' · ', ...box.note] }));
  return items.length === 0
    ? null
    : { blocks: [{ type: 'boxes', title: material.areaName(areaKey), items }], areaKey };
}
