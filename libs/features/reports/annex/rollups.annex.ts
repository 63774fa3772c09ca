import { OUTLOOK_LABELS, OUTLOOKS, STAGE_LABELS, STAGES } from '#features/progress';
import type { Material } from '../report.material.js';
import type { Bilingual } from '#platform/http';
import {
  AREA,
  AREA_KEY,
  type AnnexTable,
  column,
  COMMITMENTS,
  numberOf,
  PERCENT,
  STATE,
  STATE_CODE,
} from './annex.table.js';

const POINTS: Bilingual = { en: 'percentage points', es: 'puntos porcentuales' };

/** Heading and explanation of a column, each in English and Spanish. */
type Words = [en: string, es: string, aboutEn: string, aboutEs: string];

/** The stored rollups: State by area, areas, States, region. */
export function rollupsAnnex(material: Material): AnnexTable {
  const counted = (key: string, ...words: Words) => column(key, 'whole', ...words, { unit: COMMITMENTS });
  const mean = (key: string, ...words: Words) => column(key, 'percent', ...words, { unit: PERCENT });
  const change = (key: string, ...words: Words) => column(key, 'number', ...words, { unit: POINTS });
  return {
    key: 'rollups',
    title: { en: 'Rollups', es: 'Agregados' },
    from: {
      en: 'Computed from the approved updates of this cycle',
      es: 'Calculado a partir de las actualizaciones aprobadas de este ciclo',
    },
    columns: [
      column(
        'level',
        'text',
        'Level',
        'Nivel',
        'state_area, state, area or region',
        'state_area, state, area o region',
        { values: ['state_area', 'state', 'area', 'region'] },
      ),
      STATE_CODE,
      STATE,
      AREA_KEY,
      AREA,
      counted('commitments', 'Commitments', 'Compromisos', 'N of "n of N"', 'N de «n de N»'),
      counted('reported', 'Reported', 'Informados', 'Approved in this cycle', 'Aprobados en este ciclo'),
      counted(
        'explained',
        'Explained',
        'Explicados',
        'Without an update, with a reason',
        'Sin actualización, con motivo',
      ),
      counted(
        'carried_forward',
        'Earlier value only',
        'Solo valor anterior',
        'Not counted as reported',
        'No cuentan como informados',
      ),
      counted(
        'not_reported',
        'Not reported',
        'No informados',
        'Neither of these',
        'Ninguno de los anteriores',
      ),
      ...STAGES.map((stage) =>
        counted(
          `stage_${stage}`,
          STAGE_LABELS[stage].en,
          STAGE_LABELS[stage].es,
          'Reported commitments in this stage',
          'Compromisos informados en esta etapa',
        ),
      ),
      ...OUTLOOKS.map((outlook) =>
        counted(
          `outlook_${outlook}`,
          OUTLOOK_LABELS[outlook].en,
          OUTLOOK_LABELS[outlook].es,
          'Reported commitments with this outlook',
          'Compromisos informados con esta perspectiva',
        ),
      ),
      counted(
        'percent_reported',
        'With a percentage',
        'Con porcentaje',
        'The n behind the mean',
        'El n de la media',
      ),
      mean(
        'mean_percent',
        'Mean over commitments, %',
        'Media por compromiso, %',
        'Big plans weigh more',
        'Los planes grandes pesan más',
      ),
      mean(
        'mean_of_states',
        'Mean over States, %',
        'Media de los Estados, %',
        'Each State weighs the same',
        'Cada Estado pesa lo mismo',
      ),
      change(
        'change_same_kind',
        'Change since the last cycle of this kind',
        'Variación desde el último ciclo de este tipo',
        'Percentage points',
        'Puntos porcentuales',
      ),
      change(
        'change_other_kind',
        'Change since the last cycle of the other kind',
        'Variación desde el último ciclo del otro tipo',
        'Percentage points',
        'Puntos porcentuales',
      ),
    ],
    rows: material.content.cells.map((cell) => [
      cell.level,
      cell.stateCode || null,
      cell.stateCode ? material.stateName(cell.stateCode) : null,
      cell.areaKey || null,
      cell.areaKey ? material.areaName(cell.areaKey) : null,
      cell.commitments,
      cell.reported,
      cell.explained,
      cell.carriedForward,
      cell.notReported,
      ...STAGES.map((stage) => cell.stages[stage]),
      ...OUTLOOKS.map((outlook) => cell.outlooks[outlook]),
      cell.percentReported,
      numberOf(cell.meanPercent),
      numberOf(cell.meanOfStates),
      numberOf(cell.changeSameKind),
      numberOf(cell.changeOtherKind),
    ]),
  };
}
