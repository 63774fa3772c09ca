/** An SQL text put together from parts, with its parameters. Values never enter the text. */
export class Statement {
  readonly values: unknown[] = [];

  /** The placeholder of a value. */
  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps a text prepared. The shapes of our lists are few, so that the names are too: they
 * depend on which filters are given, never on their values.
 */
export function statementName(prefix: string, text: string): string {
  let name = names.get(text);
  if (!name) {
    name = `${prefix}_${names.size + 1}`;
    names.set(text, name);
  }
  return name;
}
