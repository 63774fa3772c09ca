import { numberIn, partsOf, rowsIn, rowsOf } from '~/ui/record-fields';
import type { RecordValues } from '~/ui/record-values';
import type { ContextFigure, PlanItem, PublishedCount } from './queries';

// Lists within a row, each as rows of one field and back: what reads a row takes its parts in the order in which they were written.

type Part = ContextFigure['disaggregation'][number];
type Split = PublishedCount['areaSplit'][number];
type Total = PublishedCount['otherTotals'][number];

export const itemRows = (items: readonly PlanItem[]): string =>
  rowsOf(items.map(({ en, es, areas, commitments }) => [en, es, areas.join(', '), commitments.join(', ')]));

export const itemsIn = (values: RecordValues, name: string): PlanItem[] =>
  rowsIn(values, name).map(([en = '', es = '', areas, commitments]) => ({
    ...{ en, es, areas: partsOf(areas), commitments: partsOf(commitments) },
  }));

export const partRows = (parts: readonly Part[]): string =>
  rowsOf(
    parts.map((part) => [
      ...[part.dimension, part.dimensionEn, part.dimensionEs, part.categoryEn, part.categoryEs],
      ...[part.value, part.unitEn, part.unitEs],
    ]),
  );

export const partsIn = (values: RecordValues, name: string) =>
  rowsIn(values, name).map(
    ([
      dimension = '',
      dimensionEn,
      dimensionEs,
      categoryEn = '',
      categoryEs = '',
      value,
      unitEn,
      unitEs,
    ]) => ({
      ...{ dimension, dimensionEn, dimensionEs, categoryEn, categoryEs, unitEn, unitEs },
      value: numberIn(value),
    }),
  );

export const splitRows = (split: readonly Split[]): string =>
  rowsOf(split.map(({ count, labelEn, labelEs, areaKey }) => [count, labelEn, labelEs, areaKey]));

export const splitIn = (values: RecordValues, name: string): Split[] =>
  rowsIn(values, name).map(([count, labelEn = '', labelEs = '', areaKey]) => ({
    ...{ labelEn, labelEs, areaKey: areaKey || null, count: numberIn(count) as number },
  }));

export const totalRows = (totals: readonly Total[]): string =>
  rowsOf(
    totals.map(({ value, qualifier, textEn, textEs, source }) => [value, qualifier, textEn, textEs, source]),
  );

export const totalsIn = (values: RecordValues, name: string): Total[] =>
  rowsIn(values, name).map(([value, qualifier, textEn = '', textEs = '', source = '']) => ({
    ...{ textEn, textEs, source, value: numberIn(value) as number },
    qualifier: qualifier as Total['qualifier'],
  }));
