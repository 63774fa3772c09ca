import { ILLUSTRATIVE_FIELDS } from '#features/progress';
import type { Body, Material } from '../report.material.js';
import type { ChartBlock, Line } from '../report.document.js';
import { paragraph } from '../report.material.js';
import { coverageSentence } from './coverage.js';
import { type ChartGroup, stagesChart } from './cycle-charts.js';
import { withMeans } from './stages-and-means.js';
import { allIllustrative, outlookLine, percentLine, stageLine, withoutMarks } from './status.js';
import { numeric, table } from './tables.js';

const WORDS = {
  chart: {
    en: (state: string) => `${state}: commitments by stage and area`,
    es: (state: string) => `${state}: compromisos por etapa y área`,
  },
  area: { en: 'Area', es: 'Área' },
  all: { en: 'All areas', es: 'Todas las áreas' },
  reported: { en: 'Commitments reported', es: 'Compromisos informados' },
  commitment: { en: 'Commitment', es: 'Compromiso' },
  stage: { en: 'Stage and outlook', es: 'Etapa y perspectiva' },
  percent: { en: 'Progress', es: 'Avance' },
};

/** Letters of a challenge or next step on a fact sheet. */
const LONGEST = 240;

/** How many commitments of a State reported and how far they are, in a sentence and a chart. */
export const stateStanding = (stateCode: string, material: Material): Body => ({
  blocks: [
    ...paragraph(coverageSentence(stateCode, '', material), 'lead'),
    standingChart(stateCode, material),
  ],
});

function standingChart(stateCode: string, material: Material): ChartBlock {
  const words = material.words(WORDS);
  const caption = words.chart(material.stateName(stateCode));
  return stagesChart(
    `chapter-${stateCode}-stages`,
    caption,
    areasOf(stateCode, material),
    words.area,
    material,
  );
}

/** A State's commitments by area. */
function areasOf(stateCode: string, material: Material): (ChartGroup & { areaKey: string })[] {
  const { index } = material;
  const commitments = index.commitmentsOf(stateCode);
  return index.areas
    .map(({ id }) => ({
      areaKey: id,
      label: material.areaName(id),
      commitments: commitments.filter((commitment) => index.areaOf(commitment) === id),
    }))
    .filter((group) => group.commitments.length > 0);
}

/** How many commitments of a State reported, in a sentence, and how far each area is, with its mean and how it moved. */
export function sheetStanding(stateCode: string, material: Material): Body {
  const { index } = material;
  const [lead, chart] = [coverageSentence(stateCode, '', material), standingChart(stateCode, material)];
  const rows = areasOf(stateCode, material).map(({ areaKey, label }) => ({
    label,
    cell: index.cell('state_area', stateCode, areaKey),
  }));
  const all = { label: material.words(WORDS).all, cell: index.cell('state', stateCode) };
  return { blocks: [...paragraph(lead, 'lead'), withMeans(chart, rows, all, material)] };
}

/** The commitments that a State reported, one row each, marked once where every value is illustrative; null without any. */
export function stateStatus(stateCode: string, material: Material): Body | null {
  const { index } = material;
  const words = material.words(WORDS);
  const commitments = index.commitmentsOf(stateCode);
  const illustrative = allIllustrative(ILLUSTRATIVE_FIELDS, commitments, material);
  const shown = (line: Line): Line => (illustrative ? withoutMarks(line) : line);
  const rows = commitments.flatMap((commitment) => {
    const update = index.update(commitment.id);
    if (!update) return [];
    return [
      [
        [
          { kind: 'code', text: commitment.code } as const,
          ' ',
          material.said(commitment.titleEn, commitment.titleEs) ?? '',
        ],
        [...shown(stageLine(update, material)), ' ', ...shown(outlookLine(update, material))],
        shown(percentLine(update, material)),
      ],
    ];
  });
  if (rows.length === 0) return null;
  const columns = [words.commitment, words.stage, numeric(words.percent)];
  return { blocks: [table('sheet-status', words.reported, columns, rows, { illustrative })] };
}

/** Challenges or next steps of the commitments that say them in a line, those at risk or off track first; none is cut short. */
export function inFewWords(stateCode: string, of: 'challenges' | 'nextSteps', material: Material): Line[] {
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
  return items.toSorted((a, b) => Number(b.late) - Number(a.late)).map(({ line }) => line);
}
