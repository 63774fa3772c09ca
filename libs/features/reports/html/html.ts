/** Markup that is safe to send: made by `markup`, which escapes everything that is put into it. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Value = string | number | Markup | null | false | readonly Value[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and inside quoted attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/**
 * A tagged template that escapes by default: texts and numbers are escaped, other markup and lists of it go in as they
 * are, null and false give nothing.
 */
export const markup = (strings: TemplateStringsArray, ...values: Value[]): Markup =>
  new Markup(
    strings.reduce(
      (all, string, i) => all + string + (i < values.length ? written(values[i] ?? null) : ''),
      '',
    ),
  );

function written(value: Value): string {
  if (value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escaped(String(value));
}

/** Markup one after the other with markup between. */
export const join = (parts: readonly Markup[], between = ''): Markup =>
  new Markup(parts.map(({ text }) => text).join(between));
