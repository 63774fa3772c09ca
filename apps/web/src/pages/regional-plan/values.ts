import { api, body, seen } from '~/api/client';
import { bothIn, numberIn, rowsOf, wordsIn } from '~/ui/record-fields';
import { type RecordValues, severalIn, writtenIn } from '~/ui/record-values';
import type { Edited } from './fields';
import { PLAN_PARTS } from './PlanPanel';
import { itemRows, itemsIn, partRows, partsIn, splitIn, splitRows, totalRows, totalsIn } from './lists';
import type { Acronym, ContextFigure, Meeting, Presidency, RegionalDocument } from './queries';

/** Everything that a row says, as its form shows it. */
export function valuesOf(edited: Edited): RecordValues {
  const { row } = edited;
  if (row === null) return BEGINNINGS[edited.kind];
  const plain = Object.entries(row).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
  );
  const values: RecordValues = Object.fromEntries(plain);
  if ('sources' in row) values['sources'] = row.sources.join('\n');
  switch (edited.kind) {
    case 'plan':
      return {
        ...values,
        ...Object.fromEntries(PLAN_PARTS.map((part) => [part, itemRows(edited.row?.[part] ?? [])])),
        documents: edited.row?.documents.join('\n') ?? '',
      };
    case 'meeting':
      return { ...values, dayInferred: edited.row?.dayInferred ? 'yes' : 'no' };
    case 'document':
      return { ...values, content: rowsOf((edited.row?.content ?? []).map(({ en, es }) => [en, es])) };
    case 'figure':
      return {
        ...values,
        disaggregation: partRows(edited.row?.disaggregation ?? []),
      };
    case 'count':
      return {
        ...values,
        areaSplit: splitRows(edited.row?.areaSplit ?? []),
        otherTotals: totalRows(edited.row?.otherTotals ?? []),
      };
    case 'presidency':
    case 'acronym':
      return values;
  }
}

const BEGINNINGS: Record<Edited['kind'], RecordValues> = {
  plan: {},
  meeting: { dayInferred: 'no' },
  document: { kind: 'declaration' },
  presidency: { startsPrecision: 'day' },
  count: { place: 'REG' },
  acronym: { place: 'REG', kind: 'government' },
  figure: {
    ...{ valueState: 'reported', valueType: 'count', qualifier: 'exact', basis: 'stock', role: 'observed' },
  },
};

const sourcesIn = (values: RecordValues) => severalIn(values, 'sources', /\n+/);

/** Sends what was written; the API says which field it cannot take. */
export function save(edited: Edited, values: RecordValues): Promise<unknown> {
  const header = seen(edited.row?.version ?? 0);
  const common = { ...bothIn(values, 'note'), sources: sourcesIn(values) };
  switch (edited.kind) {
    case 'plan':
      return body(
        api.PUT('/api/regional/plans/{year}', {
          params: { path: { year: edited.year }, header },
          body: {
            ...common,
            focusAreas: itemsIn(values, 'focusAreas'),
            pillars: itemsIn(values, 'pillars'),
            presidencyLessons: itemsIn(values, 'presidencyLessons'),
            documents: severalIn(values, 'documents'),
          },
        }),
      );
    case 'meeting':
      return body(
        api.PUT('/api/regional/meetings/{ordinal}', {
          params: { path: { ordinal: numberIn(values['ordinal']) ?? 0 }, header },
          body: {
            ...common,
            ...bothIn(values, 'place'),
            year: numberIn(values['year']) as number,
            hostState: writtenIn(values, 'hostState'),
            heldOn: writtenIn(values, 'heldOn'),
            heldPrecision: writtenIn(values, 'heldPrecision') as Meeting['heldPrecision'],
            dayInferred: values['dayInferred'] === 'yes',
          },
        }),
      );
    case 'document':
      return body(
        api.PUT('/api/regional/documents/{key}', {
          params: { path: { key: values['key'] ?? '' }, header },
          body: {
            ...common,
            ...bothIn(values, 'place'),
            ...bothIn(values, 'title'),
            kind: values['kind'] as RegionalDocument['kind'],
            adoptedOn: writtenIn(values, 'adoptedOn'),
            adoptedPrecision: writtenIn(values, 'adoptedPrecision') as RegionalDocument['adoptedPrecision'],
            url: writtenIn(values, 'url'),
            meeting: numberIn(values['meeting']),
            content: wordsIn(values, 'content'),
          },
        }),
      );
    case 'figure':
      return body(
        api.PUT('/api/regional/figures/{year}/{key}', {
          params: { path: { year: edited.year, key: values['key'] ?? '' }, header },
          body: { ...common, ...figureIn(values) },
        }),
      );
    case 'presidency':
      return body(
        api.PUT('/api/presidencies/{year}', {
          params: { path: { year: numberIn(values['year']) ?? 0 }, header },
          body: {
            ...common,
            stateCode: values['stateCode'] ?? '',
            startsOn: values['startsOn'] ?? '',
            startsPrecision: values['startsPrecision'] as Presidency['startsPrecision'],
            endsOn: writtenIn(values, 'endsOn'),
            endsPrecision: writtenIn(values, 'endsPrecision') as Presidency['endsPrecision'],
          },
        }),
      );
    case 'count':
      return body(
        api.PUT('/api/regional/counts/{place}', {
          params: { path: { place: values['place'] ?? '' }, header },
          body: {
            ...bothIn(values, 'caveat'),
            sources: common.sources,
            areaSplit: splitIn(values, 'areaSplit'),
            otherTotals: totalsIn(values, 'otherTotals'),
          },
        }),
      );
    case 'acronym':
      return body(
        api.PUT('/api/regional/acronyms', {
          params: { header },
          body: {
            ...bothIn(values, 'note'),
            ...bothIn(values, 'term'),
            place: values['place'] ?? '',
            acronym: values['acronym'] ?? '',
            kind: values['kind'] as Acronym['kind'],
            institution: writtenIn(values, 'institution'),
            source: values['source'] ?? '',
          },
        }),
      );
  }
}

function figureIn(values: RecordValues) {
  const word = <K extends keyof ContextFigure>(name: K) => values[name] as ContextFigure[K];
  return {
    ...bothIn(values, 'label'),
    ...bothIn(values, 'unit'),
    ...bothIn(values, 'windowText'),
    position: numberIn(values['position']),
    value: numberIn(values['value']),
    valueState: word('valueState'),
    valueType: word('valueType'),
    qualifier: word('qualifier'),
    basis: word('basis'),
    role: word('role'),
    windowStart: writtenIn(values, 'windowStart'),
    windowEnd: writtenIn(values, 'windowEnd'),
    asOf: writtenIn(values, 'asOf'),
    disaggregation: partsIn(values, 'disaggregation'),
  };
}

/** Takes a row away that the person saw; plans, counts and acronyms stay. */
export function remove(edited: Edited): Promise<unknown> {
  const header = seen(edited.row?.version ?? 0);
  switch (edited.kind) {
    case 'meeting':
      return body(
        api.DELETE('/api/regional/meetings/{ordinal}', {
          params: { path: { ordinal: edited.row?.ordinal ?? 0 }, header },
        }),
      );
    case 'document':
      return body(
        api.DELETE('/api/regional/documents/{key}', {
          params: { path: { key: edited.row?.key ?? '' }, header },
        }),
      );
    case 'figure':
      return body(
        api.DELETE('/api/regional/figures/{year}/{key}', {
          params: { path: { year: edited.year, key: edited.row?.key ?? '' }, header },
        }),
      );
    case 'presidency':
      return body(
        api.DELETE('/api/presidencies/{year}', {
          params: { path: { year: edited.row?.year ?? 0 }, header },
        }),
      );
    default:
      return Promise.resolve();
  }
}
