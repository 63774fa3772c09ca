import type { Line } from '../report.document.js';
import type { Material } from '../report.material.js';
import { illustrativeMark } from './status.js';

const WORDS = {
  reported: {
    en: (n: string) => `Commitments reported in this cycle: ${n}.`,
    es: (n: string) => `Compromisos informados en este ciclo: ${n}.`,
  },
  mean: {
    en: (percent: string, n: string) => ` Mean progress: ${percent} (n = ${n}).`,
    es: (percent: string, n: string) => ` Avance medio: ${percent} (n = ${n}).`,
  },
  weighted: {
    en: (percent: string) => ` By the plan’s weights: ${percent}.`,
    es: (percent: string) => ` Según los pesos del plan: ${percent}.`,
  },
  explained: {
    en: (n: string) => ` Without an update, but explained: ${n}.`,
    es: (n: string) => ` Sin actualización, pero explicados: ${n}.`,
  },
};

/** "5 of 17 commitments were reported in this cycle. Mean progress: …" of a State, or of one of its areas. */
export function coverageSentence(stateCode: string, areaKey: string, material: Material): Line | null {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const cell = areaKey === '' ? index.cell('state', stateCode) : index.cell('state_area', stateCode, areaKey);
  if (!cell) return null;
  const mean =
    cell.meanPercent === null
      ? ''
      : words.mean(formats.percent(cell.meanPercent), formats.count(cell.percentReported));
  const weighted =
    cell.weightedMeanPercent === null ? '' : words.weighted(formats.percent(cell.weightedMeanPercent));
  const explained = cell.explained === 0 ? '' : words.explained(formats.count(cell.explained));
  const counted = index
    .commitmentsOf(stateCode)
    .filter((commitment) => areaKey === '' || index.areaOf(commitment) === areaKey);
  const mark = mean === '' ? [] : illustrativeMark(material, ['percent'], counted);
  return [
    `${words.reported(formats.ofAll(cell.reported, cell.commitments))}${mean}${weighted}`,
    ...mark,
    ...(explained ? [explained] : []),
  ];
}
