/** What stands in the fields, by name; empty: nothing. */
export type RecordValues = Record<string, string>;

/** The rows of the lists, by name. */
export type RecordLists = Record<string, RecordValues[]>;

/** What was written, or null for nothing. */
export const writtenIn = (values: RecordValues, name: string): string | null => values[name]?.trim() || null;

/** Several things in one field: one a line, or with commas between. */
export const severalIn = (values: RecordValues, name: string, between = /[\n,;]+/): string[] =>
  (values[name] ?? '')
    .split(between)
    .map((each) => each.trim())
    .filter((each) => each !== '');
