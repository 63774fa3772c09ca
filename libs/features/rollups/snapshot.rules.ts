import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RollupCell } from './rollup.rules.js';

/** Anything that JSON can hold; decimals come as text, so that no digit is lost. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A record of a snapshot: any JSON object that carries its id. */
export type SnapshotRecord = { readonly id: string } & { readonly [key: string]: Json | undefined };

/** What a snapshot freezes. Within a collection the order does not matter; within a record, lists keep theirs. */
export interface SnapshotInput {
  /** The cycle's key, year, kind and dates; nothing that changes after endorsement, such as its state. */
  cycle: { readonly [key: string]: Json | undefined };
  cells: readonly RollupCell[];
  /** The approved updates behind the cells, each with the hash of its content (`hashOf`) or the content itself. */
  updates: readonly SnapshotRecord[];
  facts: readonly SnapshotRecord[];
  figures: readonly SnapshotRecord[];
  /** Further collections by name: commitments, explanations, submissions, presidencies and so on. */
  others?: { readonly [collection: string]: readonly SnapshotRecord[] };
}

export interface Snapshot {
  /** RFC 8785 canonical JSON: keys sorted, no spaces, one spelling of every number. */
  canonical: string;
  /** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of `canonical`. */
  sha256: string;
}

/** Written into every snapshot; raised when its form changes, so that an old one can still be recomputed as it was. */
export const SNAPSHOT_FORMAT = 1;

/**
 * The snapshot of a cycle; the same input in any order gives the same bytes.
 * @throws RangeError when two records of a collection have the same id, or two cells the same place.
 * @throws Error for what JSON cannot hold: NaN, infinities, lone surrogates, circles.
 */
export function snapshotOf(input: SnapshotInput): Snapshot {
  const canonical = canonicalJson({
    format: SNAPSHOT_FORMAT,
    cycle: input.cycle,
    cells: sorted(
      input.cells.map((cell) => ({ ...cell, updateIds: [...cell.updateIds].sort() })),
      (cell) => JSON.stringify([cell.level, cell.stateCode, cell.areaKey]),
      'cells',
    ),
    updates: sorted(input.updates, idOf, 'updates'),
    facts: sorted(input.facts, idOf, 'facts'),
    figures: sorted(input.figures, idOf, 'figures'),
    others: Object.fromEntries(
      Object.entries(input.others ?? {}).map(([name, records]) => [name, sorted(records, idOf, name)]),
    ),
  });
  return { canonical, sha256: sha256(canonical) };
}

export type SnapshotCheck = { ok: true } | { ok: false; expected: string; actual: string };

/** Whether the stored text still has the hash that it was stored under. */
export function checkSnapshot(snapshot: Snapshot): SnapshotCheck {
  const actual = sha256(snapshot.canonical);
  return actual === snapshot.sha256 ? { ok: true } : { ok: false, expected: snapshot.sha256, actual };
}

/** RFC 8785 canonical JSON of a value. @throws Error for what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value has no JSON form');
  return text;
}

/** SHA-256 of a value's canonical JSON: equal content, equal hash. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value));

/** The top-level parts in which two snapshots differ, for telling somebody what changed. */
export function differingParts(a: Snapshot, b: Snapshot): string[] {
  const [left, right] = [a, b].map((snapshot) => JSON.parse(snapshot.canonical) as Record<string, unknown>);
  const names = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  return [...names].sort().filter((name) => hashOf(left?.[name] ?? null) !== hashOf(right?.[name] ?? null));
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const idOf = (record: SnapshotRecord): string => record.id;

/** Sorted by code units, as RFC 8785 sorts keys: no locale has a say. */
function sorted<T>(records: readonly T[], key: (record: T) => string, collection: string): T[] {
  const keyed = records.map((record) => [key(record), record] as const);
  keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  keyed.forEach(([name], i) => {
    if (i > 0 && keyed[i - 1]?.[0] === name) throw new RangeError(`Twice in ${collection}: ${name}`);
  });
  return keyed.map(([, record]) => record);
}
