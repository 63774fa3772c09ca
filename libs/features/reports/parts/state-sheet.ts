import type { Body, Material } from '../report.material.js';
import type { Line } from '../report.document.js';
import { list, paragraph } from '../report.material.js';
import { coverageSentence } from './coverage.js';
import { type ChartGroup, stagesChart } from './cycle-charts.js';
import { outlookLine, percentLine, stageLine } from './status.js';
import { numeric, table } from './tables.js';

const WORDS = {
  chart: {
    en: (state: string) => `${state}: commitments by stage and area`,
    es: (state: string) => `${state}: compromisos por etapa y área`,
  },
  area: { en: 'Area', es: 'Área' },
  reported: { en: 'Commitments reported', es: 'Compromisos informados' },
  commitment: { en: 'Commitment', es: 'Compromiso' },
  stage: { en: 'Stage and outlook', es: 'Etapa y perspectiva' },
  percent: { en: 'Progress', es: 'Avance' },
};

/** How many challenges or next steps stand on a fact sheet, and how long each is at most. */
const [MOST, LONGEST] = [6, 240];

/** How many commitments of a State reported and how far they are, in a sentence and a chart. */
export function stateStanding(stateCode: string, material: Material): Body {
  const { index } = material;
  const words = material.words(WORDS);
  const commitments = index.commitmentsOf(stateCode);
  const groups: ChartGroup[] = index.areas
    .map(({ id }) => ({
      label: material.areaName(id),
      commitments: commitments.filter((commitment) => index.areaOf(commitment) === id),
    }))
    .filter((group) => group.commitments.length > 0);
  const caption = words.chart(material.stateName(stateCode));
  const chart = stagesChart(`chapter-${stateCode}-stages`, caption, groups, words.area, material);
  return { blocks: [...paragraph(coverageSentence(stateCode, '', material), 'lead'), chart] };
}

/** The commitments that a State reported, one row each; null without any. */
export function stateStatus(stateCode: string, material: Material): Body | null {
  const { index } = material;
  const words = material.words(WORDS);
  const rows = index.commitmentsOf(stateCode).flatMap((commitment) => {
    const update = index.update(commitment.id);
    if (!update) return [];
    return [
      [
        [
          { kind: 'code', text: commitment.code } as const,
          ' ',
          material.said(commitment.titleEn, commitment.titleEs) ?? '',
        ],
        [...stageLine(update, material), ' ', ...outlookLine(update, material)],
        percentLine(update, material),
      ],
    ];
  });
  if (rows.length === 0) return null;
  const columns = [words.commitment, words.stage, numeric(words.percent)];
  return { blocks: [table('sheet-status', words.reported, columns, rows)] };
}

/**
 * What States say in one paragraph of each of the first few commitments, those at risk or off track first; none is cut short.
 * @returns null when nothing was said, or there is no room
 */
export function inFewWords(
  stateCode: string,
  of: 'challenges' | 'nextSteps',
  most: number,
  material: Material,
): Body | null {
  const { index } = material;
  const items = index.commitmentsOf(stateCode).flatMap(({ id, code }) => {
    const update = index.update(id);
    const said = update && material.prose('', update[`${of}En`], update[`${of}Es`]);
    if (!said || said.markdown.length > LONGEST || said.markdown.includes('\n')) return [];
    const line: Line = [
      { kind: 'code', text: code },
      ' ',
      { kind: 'prose', markdown: said.markdown, lang: said.lang },
    ];
    return [{ line, late: update.outlook === 'at_risk' || update.outlook === 'off_track' }];
  });
  const shown = items.toSorted((a, b) => Number(b.late) - Number(a.late)).slice(0, Math.min(most, MOST));
  return shown.length === 0 ? null : { blocks: list(shown.map(({ line }) => line)) };
}
