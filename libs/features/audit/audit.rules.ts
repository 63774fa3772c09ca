import { isDeepStrictEqual } from 'node:util';

/** What an entry says, as the product writes it and the database gives it back. */
export interface EntryContent {
  uid: string;
  at: Date;
  actorId: string | null;
  onBehalfOfId: string | null;
  action: string;
  entity: string;
  entityId: string;
  before: unknown;
  after: unknown;
  reason: string | null;
  requestId: string | null;
}

/**
 * What somebody did to the trail behind the product's back:
 * - `changed` an entry no longer says what was sealed, or its seal does not follow from the one before it
 * - `removed` a sealed entry, or the end of a day, is gone
 * - `inserted` an entry that the product did not write
 */
export const CHAIN_PROBLEMS = ['changed', 'removed', 'inserted'] as const;
export type ChainProblemKind = (typeof CHAIN_PROBLEMS)[number];

/** One field that changed; `before` or `after` is absent where the field was not there. */
export interface FieldChange {
  /** Path, such as `facts[0].value` or `percent`. */
  field: string;
  before?: unknown;
  after?: unknown;
}

/** What the mark of an entry covers, in this order for good. */
export const markedValues = (entry: EntryContent): unknown[] => [
  entry.uid,
  entry.at.toISOString(),
  entry.actorId,
  entry.onBehalfOfId,
  entry.action,
  entry.entity,
  entry.entityId,
  entry.before ?? null,
  entry.after ?? null,
  entry.reason,
  entry.requestId,
];

/** The fields that differ between two states of a thing, deepest first level by level; all of them for a new or removed one. */
export function fieldChanges(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isObject(before) && isObject(after)) return changedKeys(before, after, path);
  if (path === '' && isObject(after) && isNothing(before)) return changedKeys({}, after, path);
  if (path === '' && isObject(before) && isNothing(after)) return changedKeys(before, {}, path);
  return [
    { field: path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  ];
}

/** Both states without the fields that they share: what is the same is no change. */
export function changedOnly(before: unknown, after: unknown): [unknown, unknown] {
  if (!isObject(before) || !isObject(after)) return [before, after];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isDeepStrictEqual(before[key], after[key]),
  );
  const pick = (from: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]]));
  return [pick(before), pick(after)];
}

function changedKeys(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: string,
): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    fieldChanges(before[key], after[key], path ? `${path}.${key}` : key),
  );
}

const isNothing = (value: unknown): boolean => value === undefined || value === null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
