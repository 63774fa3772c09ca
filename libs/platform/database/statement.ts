import pg from 'pg';

/** An SQL text put together from parts, with its parameters. Values never enter the text. */
export class Statement {
  readonly values: unknown[] = [];

  /** The placeholder of a value. */
  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Where no parameters can be given, as in COPY: values enter as quoted literals. */
export class LiteralStatement extends Statement {
  override param(value: string | readonly string[] | null): string {
    if (value === null) return 'NULL';
    return typeof value === 'string'
      ? pg.escapeLiteral(value)
      : `ARRAY[${value.map(pg.escapeLiteral).join(', ')}]::text[]`;
  }
}

/** A text under the name by which PostgreSQL keeps it prepared. */
export interface Prepared {
  text: string;
  name: string;
}

const known = new Map<string, Prepared>();

/**
 * A statement of few shapes: they depend on which filters are given, never on their values. Its text is made and named once.
 * @param shape the text itself, or with `build` the part of it that varies
 */
export function prepared(
  kind: string,
  shape: string,
  build: (shape: string) => string = (text) => text,
): Prepared {
  const key = `${kind} ${shape}`;
  let statement = known.get(key);
  if (!statement) known.set(key, (statement = { text: build(shape), name: `${kind}_${known.size + 1}` }));
  return statement;
}
