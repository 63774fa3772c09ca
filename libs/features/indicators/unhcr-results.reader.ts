import type { Bilingual } from '#platform/http';
import { type CheckedRows, inFileOrder, type RowProblem } from '#platform/tables';
import { type Direction, DIRECTIONS, type Level, LEVELS } from './indicator.vocabulary.js';
import { JsonPart } from './json-part.js';
import { budgetLineOf, budgetLines, type Head } from './unhcr-budget.reader.js';
import { areaOf, slug } from './unhcr-names.js';
import { observationProblems } from './observation.rules.js';
import { type OrdinalScale, placeOf, scaleOf } from './ordinal-scale.js';
import type { IndicatorResult, ResultRow, ResultValue } from './result-row.js';
import { UNHCR_POPULATIONS, UNHCR_STATES, UNHCR_TYPES, UNHCR_UNITS } from './unhcr-words.js';

/**
 * Reads a results report as JSON: `document.title` ("…, Mexico"), `indicators` whose values stand in `baseline`,
 * `target_YYYY` and `actual_YYYY`, and `budget_CUR` with lists `by_impact_area` and `by_outcome_area`. Country, year, codes,
 * areas and populations are whatever the file says. Every problem names its JSON path.
 */
export function readUnhcrResults(content: unknown): CheckedRows<ResultRow> {
  const problems: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  const file = new JsonPart('', content, null, problems, warnings);
  if (!file.isObject) file.tell({ en: 'must be an object', es: 'debe ser un objeto' });
  const head = headOf(file);
  const indicators = file.isObject ? file.at('indicators').entries(1) : [];
  const lines = file.isObject ? budgetLines(file, indicators.length + 1) : [];
  const seen = new Map<string, IndicatorResult>();
  const rows: { part: JsonPart; value: ResultRow }[] = [];
  for (const part of indicators) {
    const value = indicatorOf(part, head);
    if (value && isNew(part, value, seen)) rows.push({ part, value });
  }
  for (const { part, ...line } of lines) {
    const value = budgetLineOf(part, line, head);
    if (value) rows.push({ part, value });
  }
  const wrong = new Set(problems.map(({ row }) => row));
  return {
    rows: indicators.length + lines.length,
    good: rows
      .filter(({ part }) => !wrong.has(null) && !wrong.has(part.row))
      .map(({ part, value }) => ({ row: part.row ?? 0, value, problem: problemAt(part) })),
    problems: inFileOrder(problems),
    warnings: inFileOrder(warnings),
  };
}

const problemAt =
  (part: JsonPart) =>
  (field: string, detail: Bilingual): RowProblem => ({
    row: part.row,
    column: field ? `${part.path}.${field}` : part.path,
    value: null,
    detail,
  });

function headOf(file: JsonPart): Head {
  const title = file.at('document').at('title');
  const source = file.isObject ? (title.text() ?? '') : '';
  const country = /,\s*([^,]+?)\s*$/.exec(source)?.[1];
  const years = (Array.isArray(file.at('indicators').value) ? (file.at('indicators').value as unknown[]) : [])
    .filter((entry) => typeof entry === 'object' && entry !== null)
    .flatMap((entry) => Object.keys(entry).flatMap((name) => VALUE_FIELD.exec(name)?.[2] ?? []));
  const year = /\b(19|20)\d\d\b/.exec(source)?.[0] ?? years.sort().at(-1);
  if (source && !country)
    title.tell({
      en: 'must end with the country: "Annual Results Report 2024, Mexico"',
      es: 'debe terminar con el país: "Informe anual de resultados 2024, México"',
    });
  if (source && !year) title.tell({ en: 'must name the year', es: 'debe indicar el año' });
  return { source, country: country ?? '', year: Number(year ?? 0) };
}

const VALUE_FIELD = /^(baseline|target|actual)(?:_(\d{4}))?$/;

const LEVEL_WORDS = Object.fromEntries(LEVELS.map((level) => [level, level])) as Record<string, Level>;
const DIRECTION_WORDS = Object.fromEntries(DIRECTIONS.map((word) => [word, word])) as Record<
  string,
  Direction
>;

function indicatorOf(part: JsonPart, head: Head): IndicatorResult | undefined {
  if (!part.isObject) {
    part.tell({ en: 'must be an object', es: 'debe ser un objeto' });
    return undefined;
  }
  const level = part.at('level').word(LEVEL_WORDS);
  const code = part.at('code').text();
  const nameEn = part.at('name_en').text();
  const nameEs = part.at('name_es').text(true) ?? nameEn;
  const population = part.at('population_type').text();
  const valueType = part.at('value_type').word(UNHCR_TYPES);
  const unit = part.at('unit').text(true);
  const area = part.at('area').text(true);
  const stated = part.at('direction').value !== undefined;
  const direction = part.at(stated ? 'direction' : 'direction_inferred');
  const way = direction.value == null ? 'neither' : direction.word(DIRECTION_WORDS);
  const values = valuesOf(part, valueType === 'ordinal', head.year);
  if (!level || !code || !nameEn || !nameEs || !population || !valueType || !way) return undefined;
  const ordinal = valueType === 'ordinal' ? scaleIn(part, values) : null;
  const scale = ordinal?.scale ?? null;
  for (const value of values) {
    const step = scale && value.step ? placeOf(scale, value.step) : 0;
    const observation = { ...value, value: scale && value.step ? step : value.value };
    const rule = { valueType, steps: scale?.length ?? 0 };
    const currency = valueType === 'money' ? unit : null;
    for (const { detail } of observationProblems(rule, { ...observation, currency }))
      part.at(value.field).at('value').tell(detail);
  }
  return {
    what: 'indicator',
    country: head.country,
    source: head.source,
    ...{ level, code, valueType, values, scale, scaleOrdered: ordinal?.scaleOrdered ?? true },
    area: area ? areaOf(area) : null,
    name: { en: nameEn, es: nameEs },
    population: populationOf(population),
    unit: unit ? (UNHCR_UNITS[unit] ?? { en: unit, es: unit }) : null,
    direction: way,
    directionInferred: !stated,
  };
}

function valuesOf(part: JsonPart, ordinal: boolean, headYear: number): ResultValue[] {
  const fields = part.names.flatMap((field) => {
    const [, role, year] = VALUE_FIELD.exec(field) ?? [];
    if (role) return [{ field, role: role as ResultValue['role'], year: year ? Number(year) : undefined }];
    const inner = part.at(field);
    if (inner.isObject && inner.names.includes('value'))
      inner.tell({
        en: 'is not understood; values stand in baseline, target_YYYY and actual_YYYY',
        es: 'no se entiende; los valores van en baseline, target_AAAA y actual_AAAA',
      });
    return [];
  });
  if (!fields.some(({ role }) => role === 'actual'))
    part.at(`actual_${headYear}`).tell({ en: 'is missing', es: 'falta' });
  const latest = Math.max(headYear, ...fields.map(({ year = 0 }) => (year > LAST_YEAR ? 0 : year)));
  const seen = new Set<string>();
  return fields.flatMap(({ field, role, year = latest }) => {
    const value = part.at(field);
    const wrong =
      year < 1950 || year > LAST_YEAR ? NO_YEAR : seen.has(`${role} ${year}`) ? repeatsYear(year) : undefined;
    seen.add(`${role} ${year}`);
    if (wrong) {
      value.tell(wrong);
      return [];
    }
    if (!value.isObject) {
      value.tell({
        en: 'must be an object with raw, value and status',
        es: 'debe ser un objeto con raw, value y status',
      });
      return [];
    }
    const valueState = value.at('status').word(UNHCR_STATES);
    if (!valueState) return [];
    const amount = value.at('value');
    const isStep = ordinal && amount.value !== null && amount.value !== undefined;
    const read = { number: isStep ? null : yesNo(amount), step: isStep ? amount.text() : null };
    if (amount.value != null && read.number === null && read.step === null) return []; // told already
    const printed = value.at('raw').text(true);
    return [{ field, role, year, valueState, value: read.number, step: read.step, printed }];
  });
}

const LAST_YEAR = 2100;
const NO_YEAR: Bilingual = {
  en: 'must be of a year from 1950 to 2100',
  es: 'debe ser de un año de 1950 a 2100',
};
const repeatsYear = (year: number): Bilingual => ({
  en: `gives ${year} once more; keep one of the two`,
  es: `repite ${year}; deje uno de los dos`,
});

const yesNo = (part: JsonPart): number | null =>
  typeof part.value === 'boolean' ? Number(part.value) : part.number();

/** The scale of an entry: what it states under `scale`, lowest first; else a known one; else its steps, with a warning. */
function scaleIn(part: JsonPart, values: readonly ResultValue[]): OrdinalScale {
  const given = part.at('scale');
  const used = [...new Set(values.flatMap(({ step }) => step ?? []))].map((step) => ({ en: step, es: step }));
  if (given.value !== undefined && given.value !== null)
    return { scale: given.entries(0).flatMap((step) => stepIn(step) ?? []), scaleOrdered: true };
  const found = scaleOf(used);
  if (!found.scaleOrdered && used.length > 0) given.warn(NO_ORDER);
  return found;
}

/** A step as text, or as `{en, es}`. */
function stepIn(part: JsonPart): Bilingual | null {
  const [en, es] = part.isObject
    ? [part.at('en').text(), part.at('es').text()]
    : [part.text(), part.text(true)];
  return en ? { en, es: es ?? en } : null;
}

const NO_ORDER: Bilingual = {
  en: 'is not given, and these steps are of no known scale: their order is kept as not stated. Give the steps, lowest first',
  es: 'no se indica, y estos pasos no son de una escala conocida: su orden queda como no indicado. Indique los pasos, del más bajo al más alto',
};

function isNew(part: JsonPart, row: IndicatorResult, seen: Map<string, IndicatorResult>): boolean {
  const sibling = seen.get(`${row.level}:${row.code}`);
  const key = `${row.level}:${row.code}:${row.population.key}`;
  if (seen.has(key)) {
    part.tell({
      en: `repeats ${key}; one indicator has one entry for each population`,
      es: `repite ${key}; un indicador tiene una entrada por población`,
    });
    return false;
  }
  if (sibling && sibling.valueType !== row.valueType)
    part.at('value_type').tell({
      en: `is another one than in the entry before with this level and code`,
      es: `es distinto del de la entrada anterior con este nivel y código`,
    });
  seen.set(key, row).set(`${row.level}:${row.code}`, row);
  return true;
}

function populationOf(name: string): IndicatorResult['population'] {
  const known = UNHCR_POPULATIONS[name.toLowerCase()];
  return known ?? { key: slug(name), en: name, es: name };
}
