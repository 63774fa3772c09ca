import type { SnapshotFact } from '#features/rollups';
import { figureItem } from '../parts/figures.js';
import type { Bilingual } from '#platform/http';
import { plainText } from '../regional.reader.js';
import type { Material } from '../report.material.js';
import {
  AREA,
  AREA_KEY,
  type AnnexTable,
  column,
  IN_UNIT,
  numberOf,
  SOURCE,
  STATE,
  STATE_CODE,
  UPDATE_ID,
} from './annex.table.js';

const FROM_FACTS: Bilingual = {
  en: 'Facts that the States reported and approved',
  es: 'Hechos que los Estados informaron y aprobaron',
};

const FACT = column('fact', 'text', 'Fact', 'Hecho', 'Its code', 'Su código');

const codeOf = (fact: SnapshotFact): string => fact.code ?? fact.id;
const said = (material: Material, en: string | null, es: string | null): string | null =>
  plainText(material.said(en, es) ?? '') || null;

/** What the States told, each fact once. */
export const factsAnnex = (material: Material): AnnexTable => ({
  key: 'facts',
  title: { en: 'Facts', es: 'Hechos' },
  from: FROM_FACTS,
  primaryKey: ['fact'],
  columns: [
    FACT,
    STATE_CODE,
    STATE,
    column(
      'kind',
      'text',
      'Kind',
      'Tipo',
      'indicator_observation, milestone, narrative or story',
      'indicator_observation (observación), milestone (hito), narrative (texto) o story (relato)',
    ),
    AREA_KEY,
    AREA,
    column(
      'section',
      'text',
      'Section',
      'Sección',
      'coordination or context, where it is of no area',
      'coordination o context, cuando no es de un área',
    ),
    column('text', 'text', 'Text', 'Texto', 'As told', 'Tal como se contó'),
    column(
      'commitments',
      'text',
      'Commitments',
      'Compromisos',
      'Codes, separated by "; "',
      'Códigos, separados por «; »',
    ),
    column(
      'institutions',
      'text',
      'Institutions',
      'Instituciones',
      'Separated by "; "',
      'Separadas por «; »',
    ),
    column(
      'mid_year',
      'yes_no',
      'Reported at mid-year',
      'Informado en el ciclo semestral',
      'In the mid-year cycle of this year, not in this one',
      'En el ciclo semestral, no en este',
    ),
    column('note', 'text', 'Note', 'Nota', 'What readers should know', 'Lo que conviene saber'),
    SOURCE,
    UPDATE_ID,
  ],
  rows: material.index.facts.map((fact) => [
    codeOf(fact),
    fact.stateCode,
    material.stateName(fact.stateCode),
    fact.kind,
    fact.areaKey,
    fact.areaKey ? material.areaName(fact.areaKey) : null,
    fact.section,
    said(material, fact.textEn, fact.textEs),
    fact.commitments
      .flatMap(({ commitmentId }) => material.index.commitment(commitmentId)?.code ?? [])
      .join('; ') || null,
    fact.institutions.map((key) => material.institution(key)).join('; ') || null,
    material.kind === 'annual' && material.index.isOfMidYear(fact),
    said(material, fact.noteEn, fact.noteEs),
    fact.source,
    fact.updateId,
  ]),
});

/** The figures behind the facts, as their sources give them. */
export const figuresAnnex = (material: Material): AnnexTable => ({
  key: 'figures',
  title: { en: 'Figures', es: 'Cifras' },
  from: FROM_FACTS,
  primaryKey: ['figure_id'],
  pointsTo: { table: 'facts', column: 'fact' },
  columns: [
    column('figure_id', 'text', 'Figure', 'Cifra', 'Its id', 'Su id'),
    FACT,
    STATE_CODE,
    column(
      'in_words',
      'text',
      'In words',
      'En palabras',
      'With qualifier, unit and window',
      'Con matiz, unidad y período',
    ),
    column('value', 'number', 'Value', 'Valor', 'Empty: see its state', 'Vacío: véase su estado', {
      unit: IN_UNIT,
    }),
    column(
      'value_state',
      'text',
      'State of the value',
      'Estado del valor',
      'reported, unknown, not_reported or carried_forward; zero is a reported value',
      'reported (informado), unknown (desconocido), not_reported (no informado) o carried_forward (arrastrado); cero es un valor informado',
      { values: ['reported', 'unknown', 'not_reported', 'carried_forward'] },
    ),
    column(
      'value_type',
      'text',
      'Type of the value',
      'Tipo del valor',
      'count, percent, ratio, yes_no, ordinal, duration, money or frequency',
      'count, percent, ratio, yes_no, ordinal, duration, money o frequency',
    ),
    column(
      'qualifier',
      'text',
      'Qualifier',
      'Matiz',
      'exact, about, more_than, nearly, at_most, less_than, estimate or computed',
      'exact, about, more_than, nearly, at_most, less_than, estimate o computed',
    ),
    column(
      'basis',
      'text',
      'Basis',
      'Base',
      'period, cumulative, stock, rate, average, maximum, change, coverage, design or distribution',
      'period, cumulative, stock, rate, average, maximum, change, coverage, design o distribution',
    ),
    column(
      'role',
      'text',
      'Role',
      'Función',
      'observed, target, baseline or planned_coverage',
      'observed, target, baseline o planned_coverage',
    ),
    column('unit', 'text', 'Unit', 'Unidad', 'What is counted', 'Lo que se cuenta'),
    column('currency', 'text', 'Currency', 'Moneda', 'ISO 4217', 'ISO 4217'),
    column('numerator', 'number', 'Numerator', 'Numerador', 'Of a share', 'De una proporción', {
      unit: IN_UNIT,
    }),
    column('denominator', 'number', 'Denominator', 'Denominador', 'Of a share', 'De una proporción', {
      unit: IN_UNIT,
    }),
    column('window_start', 'date', 'From', 'Desde', 'First day of its window', 'Primer día de su período'),
    column('window_end', 'date', 'To', 'Hasta', 'Last day of its window', 'Último día de su período'),
    column('window', 'text', 'Window', 'Período', 'As the source words it', 'Tal como lo dice la fuente'),
    column('population', 'text', 'Population', 'Población', 'Whom it is about', 'A quién se refiere'),
    column('as_of', 'date', 'As of', 'A fecha de', 'Day of the count', 'Día del recuento'),
    SOURCE,
  ],
  rows: ofFacts(material).flatMap(({ fact, figures }) =>
    figures.map((figure) => [
      figure.id,
      codeOf(fact),
      fact.stateCode,
      figureItem(figure, fact, material).text,
      numberOf(figure.value),
      figure.valueState,
      figure.valueType,
      figure.qualifier,
      figure.basis,
      figure.role,
      said(material, figure.unitEn, figure.unitEs),
      figure.currency,
      numberOf(figure.numerator),
      numberOf(figure.denominator),
      figure.windowStart,
      figure.windowEnd,
      said(material, figure.windowTextEn, figure.windowTextEs),
      figure.population,
      figure.asOf,
      figure.source ?? fact.source,
    ]),
  ),
});

/** The parts of figures: by sex, age, place and what else the sources give. */
export const breakdownsAnnex = (material: Material): AnnexTable => ({
  key: 'breakdowns',
  title: { en: 'Breakdowns', es: 'Desgloses' },
  from: FROM_FACTS,
  pointsTo: { table: 'figures', column: 'figure_id' },
  columns: [
    column(
      'figure_id',
      'text',
      'Figure',
      'Cifra',
      'Its id in the table of figures',
      'Su id en la tabla de cifras',
    ),
    FACT,
    column(
      'dimension',
      'text',
      'Dimension',
      'Dimensión',
      'What it is broken down by',
      'Criterio del desglose',
    ),
    column('category', 'text', 'Category', 'Categoría', 'One part', 'Una parte'),
    column('value', 'number', 'Value', 'Valor', 'Empty: the source gives none', 'Vacío: la fuente no lo da', {
      unit: IN_UNIT,
    }),
    column(
      'unit',
      'text',
      'Unit',
      'Unidad',
      'Where it differs from that of the figure',
      'Si difiere de la de la cifra',
    ),
  ],
  rows: ofFacts(material).flatMap(({ fact, figures }) =>
    figures.flatMap((figure) =>
      (figure.disaggregation ?? []).map((part) => [
        figure.id,
        codeOf(fact),
        said(material, part.dimensionEn ?? part.dimension, part.dimensionEs ?? part.dimension),
        said(material, part.categoryEn, part.categoryEs),
        part.value,
        said(material, part.unitEn ?? null, part.unitEs ?? null),
      ]),
    ),
  ),
});

const ofFacts = ({ index }: Material) =>
  index.facts.map((fact) => ({ fact, figures: index.figuresOf(fact.id) }));
