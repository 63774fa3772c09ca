import type { FieldProblem } from '#platform/http';
import type { DayPrecision } from './project.vocabulary.js';

/** A day with how exactly it is known. */
export interface KnownDay {
  on?: string | null;
  precision?: DayPrecision | null;
}

/** A day goes with a precision that states one, and no day with `not_stated`; `field` names the day's field. */
export function dayProblems(field: string, { on, precision }: KnownDay): FieldProblem[] {
  const stated = precision !== null && precision !== undefined && precision !== 'not_stated';
  if (Boolean(on) === stated) return [];
  return [
    on
      ? problem(field, 'needs a precision: day, month or year', 'necesita una precisión: día, mes o año')
      : problem(field, 'is missing for this precision', 'falta para esta precisión'),
  ];
}

/** An amount means nothing without its currency. */
export function moneyProblems(money: { amount?: string | null; currency?: string | null }): FieldProblem[] {
  if (Boolean(money.amount) === Boolean(money.currency)) return [];
  return [
    money.amount
      ? problem('currency', 'is missing for the amount', 'falta para el monto')
      : problem('amount', 'is missing for the currency', 'falta para la moneda'),
  ];
}

/** A number of people and how exactly it is stated go together. */
export const countProblems = (
  field: string,
  value: number | null | undefined,
  qualifier: string | null | undefined,
): FieldProblem[] =>
  (value ?? null) === null && qualifier
    ? [problem(field, 'is missing for this qualifier', 'falta para este calificador')]
    : [];

const problem = (field: string, en: string, es: string): FieldProblem => ({ field, detail: { en, es } });
