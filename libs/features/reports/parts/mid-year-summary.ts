import type { RollupCell } from '#features/rollups';
import type { Block, Line } from '../report.document.js';
import { NOTHING } from '../report.formats.js';
import type { Material, Part } from '../report.material.js';
import {
  atRiskOf,
  comparesStages,
  dueUntilYearsEnd,
  type StageMoved,
  stageMoves,
  unreportedOf,
} from './mid-year.rules.js';
import { institutionNames, MID_YEAR_WORDS, nothing, riskLine } from './mid-year.words.js';
import { overview } from './results.js';
import { numeric, table } from './tables.js';

const WORDS = {
  ...MID_YEAR_WORDS,
  region: { en: 'Region', es: 'Región' },
  review: { en: 'The States at mid-year', es: 'Los Estados en el ciclo semestral' },
  reported: { en: 'Reported now', es: 'Informados ahora' },
  before: { en: 'In the last annual cycle', es: 'En el último ciclo anual' },
  fresh: { en: 'With news', es: 'Con novedades' },
  forward: { en: 'Moved up', es: 'Avanzaron' },
  back: { en: 'Moved back', es: 'Retrocedieron' },
  stopped: { en: 'Discontinued', es: 'Discontinuados' },
  newsNote: {
    en: 'An update has news unless its State says “no change”.',
    es: 'Una actualización tiene novedades salvo que el Estado indique «sin cambios».',
  },
  movedNote: {
    en: ' Moved: to another stage than in the last annual cycle, of the commitments that were reported in both; one that goes on after it was discontinued moved up.',
    es: ' Avanzaron o retrocedieron: respecto de su etapa en el último ciclo anual, entre los compromisos informados en ambos; el que se retoma tras haberse discontinuado cuenta como avance.',
  },
  dueColumn: { en: 'Due', es: 'Vencen' },
  why: { en: 'Why', es: 'Por qué' },
  riskTable: { en: 'Commitments at risk', es: 'Compromisos en riesgo' },
  riskNote: {
    en: (day: string) =>
      `At risk: its State says so (at risk or off track); or a target date or milestone was due by ${day} and no approved update says that it was reached; or a finding on what was reported has no answer.`,
    es: (day: string) =>
      `En riesgo: así lo indica su Estado (en riesgo o con retraso); o una fecha prevista o un hito venció a más tardar el ${day} y ninguna actualización aprobada indica que se alcanzó; o un hallazgo sobre lo informado no tiene respuesta.`,
  },
  unreportedTable: {
    en: 'Commitments without an update, by State and lead institution',
    es: 'Compromisos sin actualización, por Estado e institución responsable',
  },
  institution: { en: 'Lead institution', es: 'Institución responsable' },
  explained: { en: 'Explained by the State', es: 'Explicados por el Estado' },
  silent: { en: 'Without explanation', es: 'Sin explicación' },
  all: { en: 'Together', es: 'En total' },
  dueTable: {
    en: 'Milestones and target dates, by month and State',
    es: 'Hitos y fechas previstas, por mes y Estado',
  },
  month: { en: 'Month', es: 'Mes' },
};

/** What moved since the last annual cycle, State by State. */
const whatChanged: Part = {
  id: 'changed',
  title: { en: 'What changed', es: 'Qué cambió' },
  compose: (material) => {
    const region = material.index.cell('region');
    if (!region || region.commitments === 0) return null;
    const compared = comparesStages(material.index);
    return {
      blocks: [
        ...overview(region, material),
        reviewTable(compared, material),
        ...comparison(compared, material),
      ],
    };
  },
};

/** What the table does not say of the comparison, in a draft. */
function comparison(compared: boolean, material: Material): Block[] {
  const words = material.words(WORDS);
  if (material.content.others.earlier === undefined) return nothing(words.notHeld, material);
  if (!compared) return nothing(words.noEarlier, material);
  return stageMoves(material.index).length === 0 ? nothing(words.noMoves, material) : [];
}

function reviewTable(compared: boolean, material: Material): Block {
  const { index, formats } = material;
  const words = material.words(WORDS);
  const [moves, risks, due] = [stageMoves(index), atRiskOf(index), dueUntilYearsEnd(index)];
  // One that was discontinued is rare.
  const stopped = moves.some(({ move }) => move === 'stopped');
  const row = (label: string, code: string | null, cell: RollupCell | undefined) => {
    const own = <T extends { commitment: { stateCode: string } }>(some: readonly T[]): T[] =>
      some.filter(({ commitment }) => code === null || commitment.stateCode === code);
    const moved = (...kinds: StageMoved['move'][]): string =>
      formats.count(own(moves).filter(({ move }) => kinds.includes(move)).length);
    const fresh = index.commitments.filter(
      ({ id, stateCode }) =>
        (code === null || stateCode === code) &&
        index.standing(id) === 'reported' &&
        index.update(id)?.noChange === false,
    );
    return {
      total: code === null,
      cells: [
        label,
        formats.ofAll(cell?.reported ?? 0, cell?.commitments ?? 0),
        ...(compared ? [coverageBefore(code, material)] : []),
        formats.count(fresh.length),
        ...(compared
          ? [moved('forward', 'resumed'), moved('back'), ...(stopped ? [moved('stopped')] : [])]
          : []),
        formats.count(own(risks).length),
        formats.count((cell?.commitments ?? 0) - (cell?.reported ?? 0)),
        formats.count(own(due).length),
      ],
    };
  };
  const states = index.states.filter(({ id }) => index.commitmentsOf(id).length > 0);
  return table(
    'review',
    words.review,
    [
      words.state,
      numeric(words.reported),
      ...(compared ? [numeric(words.before)] : []),
      numeric(words.fresh),
      ...(compared ? [words.forward, words.back, ...(stopped ? [words.stopped] : [])].map(numeric) : []),
      ...[words.atRisk, words.without, words.dueColumn].map(numeric),
    ],
    [
      ...states.map(({ id }) => row(material.stateName(id), id, index.cell('state', id))),
      row(words.region, null, index.cell('region')),
    ],
    { note: compared ? words.newsNote + words.movedNote : words.newsNote },
  );
}

/** How many were reported in the last annual cycle, of a State or the region; a dash where the snapshot does not hold it. */
function coverageBefore(code: string | null, { index, formats }: Material): string {
  const level = code === null ? 'region' : 'state';
  const cell = index.content.others.previous.find(({ id }) => id === `other/${level}/${code ?? ''}/`);
  return cell?.reported === undefined || cell.commitments === undefined
    ? NOTHING
    : formats.ofAll(cell.reported, cell.commitments);
}

/** Every commitment that needs attention before the annual cycle, with all its reasons. */
const atRisk: Part = {
  id: 'at-risk',
  title: { en: 'What is at risk', es: 'Qué está en riesgo' },
  compose: (material) => {
    const { index, formats } = material;
    const words = material.words(WORDS);
    const note = words.riskNote(formats.day(index.content.cycle.factsTo));
    const rows = atRiskOf(index).map(({ commitment, reasons }): Line[] => [
      [material.stateName(commitment.stateCode)],
      [
        { kind: 'place', text: commitment.code, to: `status-${commitment.code}` },
        ' ',
        material.said(commitment.titleEn, commitment.titleEs) ?? '',
      ],
      riskLine(commitment, reasons, material),
    ]);
    const blocks =
      rows.length === 0
        ? nothing(words.noRisk, material).concat(nothing(note, material, 'small'))
        : [
            table('at-risk-table', words.riskTable, [words.state, words.commitment, words.why], rows, {
              note,
            }),
          ];
    return blocks.length === 0 ? null : { blocks };
  },
};

/** Who has commitments without an approved update, and whether the State said why. */
const whoHasNotReported: Part = {
  id: 'unreported',
  title: { en: 'Who has not reported', es: 'Quiénes no han informado' },
  compose: (material) => {
    const { index, formats } = material;
    const words = material.words(WORDS);
    const rows = unreportedOf(index).map(({ stateCode, lead, explained, silent }) => [
      material.stateName(stateCode),
      institutionNames(lead, material),
      ...[silent.length, explained.length, silent.length + explained.length].map((n) => formats.count(n)),
    ]);
    const blocks =
      rows.length === 0
        ? nothing(words.allReported, material)
        : [
            table(
              'unreported-table',
              words.unreportedTable,
              [words.state, words.institution, ...[words.silent, words.explained, words.all].map(numeric)],
              rows,
            ),
          ];
    return blocks.length === 0 ? null : { blocks };
  },
};

/** How much each State has due in each month; what it is stands with the State. */
const whatIsDue: Part = {
  id: 'due',
  title: { en: 'What is due until the end of the year', es: 'Qué vence hasta fin de año' },
  compose: (material) => {
    const { index, formats } = material;
    const words = material.words(WORDS);
    const due = dueUntilYearsEnd(index);
    if (due.length === 0) {
      const { factsTo, year } = index.content.cycle;
      const blocks =
        index.content.others.schedule === undefined
          ? nothing(words.notHeld, material)
          : nothing(words.noDue(formats.day(factsTo), formats.day(`${year}-12-31`)), material);
      return blocks.length === 0 ? null : { blocks };
    }
    const states = index.states.filter(({ id }) => due.some(({ commitment }) => commitment.stateCode === id));
    const counts = (some: typeof due): string[] =>
      [...states.map(({ id }) => some.filter(({ commitment }) => commitment.stateCode === id)), some].map(
        ({ length }) => formats.count(length),
      );
    const months = Map.groupBy(due, ({ dueOn }) => dueOn.slice(0, 7));
    return {
      blocks: [
        table(
          'due-table',
          words.dueTable,
          [words.month, ...states.map(({ id }) => numeric(material.stateName(id))), numeric(words.region)],
          [
            ...[...months].map(([month, some]) => [formats.month(`${month}-01`), ...counts(some)]),
            { total: true, cells: [words.all, ...counts(due)] },
          ],
        ),
      ],
    };
  },
};

/** The first page: what a mid-year review asks. */
export const reviewSummary: Part = {
  id: 'summary',
  title: { en: 'Summary', es: 'Resumen' },
  parts: [whatChanged, atRisk, whoHasNotReported, whatIsDue],
  compose: () => null,
};
