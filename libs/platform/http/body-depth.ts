import { type DomainError, invalid } from './errors.js';

/** No input of ours has lists and objects in each other so often, nor so many parts in one of them. */
const DEEPEST = 32;
const MOST_KEYS = 500;
const LONGEST = 20_000;

/** Why a parsed body is not even looked into: checking it would cost far more than sending it did. */
export const bodyProblem = (body: unknown): DomainError | undefined =>
  isTooMuch(body, DEEPEST) ? invalid('body', TOO_MUCH) : undefined;

function isTooMuch(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false;
  if (left === 0) return true;
  if (Array.isArray(value)) return value.length > LONGEST || value.some((each) => isTooMuch(each, left - 1));
  // Only what a parser made: streams of files are not gone through.
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  const parts = Object.values(value);
  return parts.length > MOST_KEYS || parts.some((each) => isTooMuch(each, left - 1));
}

const TOO_MUCH = {
  en: `may have ${DEEPEST} levels, ${MOST_KEYS} fields in an object and ${LONGEST} entries in a list at most`,
  es: `puede tener como máximo ${DEEPEST} niveles, ${MOST_KEYS} campos en un objeto y ${LONGEST} elementos en una lista`,
};
