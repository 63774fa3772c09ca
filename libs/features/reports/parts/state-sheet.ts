import type { Body, Material } from '../report.material.js';
import { paragraph } from '../report.material.js';
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
  stage: { en: 'Stage', es: 'Etapa' },
  outlook: { en: 'Outlook', es: 'Perspectiva' },
  percent: { en: 'Progress', es: 'Avance' },
};

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
        stageLine(update, material),
        outlookLine(update, material),
        percentLine(update, material),
      ],
    ];
  });
  if (rows.length === 0) return null;
  const columns = [words.commitment, words.stage, words.outlook, numeric(words.percent)];
  return { blocks: [table('sheet-status', words.reported, columns, rows)] };
}
