import type { RollupCell } from '#features/rollups';
import type { Inline, Line, ReportSection, TableBlock } from '../report.document.js';
import { type Material, paragraph, section } from '../report.material.js';
import { changeChart } from './measure-charts.js';
import { outlookLine, percentLine, rests, stageLine } from './status.js';
import { numeric, table } from './tables.js';

const WORDS = {
  state: { en: 'State', es: 'Estado' },
  region: { en: 'Region', es: 'Región' },
  changeTitle: { en: 'Change since earlier cycles', es: 'Variación respecto de ciclos anteriores' },
  change: {
    en: 'Change of the mean over commitments, in percentage points',
    es: 'Variación de la media por compromiso, en puntos porcentuales',
  },
  changeByArea: {
    en: 'Change of the mean over commitments by area, in percentage points',
    es: 'Variación de la media por compromiso y área, en puntos porcentuales',
  },
  area: { en: 'Area', es: 'Área' },
  sinceAnnual: { en: 'Since the last annual cycle', es: 'Desde el último ciclo anual' },
  sinceMidYear: { en: 'Since the last mid-year cycle', es: 'Desde el último ciclo semestral' },
  now: { en: 'Mean now', es: 'Media actual' },
  coverage: { en: 'Reported', es: 'Informados' },
  changeNote: {
    en: 'The means compare the commitments that reported in each cycle, which need not be the same ones.',
    es: 'Las medias comparan los compromisos informados en cada ciclo, que no tienen por qué ser los mismos.',
  },
  noChange: {
    en: 'There is no earlier cycle with numbers to compare with.',
    es: 'No hay un ciclo anterior con números para comparar.',
  },
  riskTitle: { en: 'Commitments at risk or off track', es: 'Compromisos en riesgo o con retraso' },
  commitment: { en: 'Commitment', es: 'Compromiso' },
  outlook: { en: 'Outlook', es: 'Perspectiva' },
  stage: { en: 'Stage', es: 'Etapa' },
  percent: { en: 'Progress', es: 'Avance' },
  obstacles: { en: 'What stands in the way', es: 'Qué lo dificulta' },
};

type Named = readonly [label: string, cell: RollupCell | undefined];

/** How the means moved since the last cycle of either kind, by State and by area. */
export function changes(material: Material): ReportSection {
  const { index } = material;
  const words = material.words(WORDS);
  const region: Named = [words.region, index.cell('region')];
  const states = index.states.map(({ id }): Named => [material.stateName(id), index.cell('state', id)]);
  const areas = index.areas.map(({ id }): Named => [material.areaName(id), index.cell('area', '', id)]);
  const blocks = [
    ...changesOf('changes', words.change, words.state, [...states, region], material),
    ...changesOf('changes-by-area', words.changeByArea, words.area, areas, material),
  ];
  return section('results-change', words.changeTitle, {
    blocks: blocks.length === 0 ? paragraph(words.noChange) : blocks,
  });
}

function changesOf(id: string, caption: string, head: string, named: readonly Named[], material: Material) {
  const { formats } = material;
  const words = material.words(WORDS);
  const rows = named.flatMap(([label, cell]) =>
    cell && (cell.changeSameKind !== null || cell.changeOtherKind !== null) ? [{ label, cell }] : [],
  );
  if (rows.length === 0) return [];
  const annual = material.content.cycle.kind === 'annual';
  const cells = rows.map(({ label, cell }) => ({
    total: cell.level === 'region',
    cells: [
      label,
      formats.ofAll(cell.reported, cell.commitments),
      formats.percent(cell.meanPercent),
      formats.change(annual ? cell.changeOtherKind : cell.changeSameKind),
      formats.change(annual ? cell.changeSameKind : cell.changeOtherKind),
    ],
  }));
  const columns = [
    head,
    numeric(words.coverage),
    numeric(words.now),
    numeric(words.sinceMidYear),
    numeric(words.sinceAnnual),
  ];
  const told = table(id, caption, columns, cells, {
    note: words.changeNote,
    illustrative: rests(material, ['percent']),
  });
  return [
    changeChart(
      rows.flatMap(({ label, cell }) => moved(label, cell, annual)),
      told,
      material,
    ),
  ];
}

/** The mean since mid-year in an annual cycle, since the last mid-year in a mid-year one; nothing where one is missing. */
function moved(label: string, { meanPercent, changeOtherKind, changeSameKind }: RollupCell, annual: boolean) {
  const change = annual ? changeOtherKind : changeSameKind;
  if (change === null || meanPercent === null) return [];
  const now = Number(meanPercent);
  return [{ label, before: Math.max(0, now - Number(change)), now }];
}

/** Commitments whose outlook is at risk or off track, with what the States say stands in the way; null without any. */
export function atRiskTable(id: string, material: Material): TableBlock | null {
  const { index } = material;
  const words = material.words(WORDS);
  const rows = index.commitments.flatMap((commitment) => {
    const update = index.update(commitment.id);
    if (!update || (update.outlook !== 'at_risk' && update.outlook !== 'off_track')) return [];
    const challenges = material.prose('', update.challengesEn, update.challengesEs);
    const title = material.said(commitment.titleEn, commitment.titleEs) ?? '';
    const link: Inline = { kind: 'place', text: commitment.code, to: `commitment-${commitment.code}` };
    const obstacles: Line = challenges
      ? [{ kind: 'prose', markdown: challenges.markdown, lang: challenges.lang }]
      : [];
    return [
      [
        [link, ' ', title],
        outlookLine(update, material),
        stageLine(update, material),
        percentLine(update, material),
        obstacles,
      ],
    ];
  });
  return rows.length === 0
    ? null
    : table(
        id,
        words.riskTitle,
        [words.commitment, words.outlook, words.stage, words.percent, words.obstacles],
        rows,
      );
}
