/** What a template can be filled with. Lists and nested objects open a scope of their own, in which outer names still hold. */
export interface Vars {
  readonly [name: string]: string | number | boolean | null | undefined | Vars | readonly Vars[];
}

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: string }
  | { kind: 'section'; name: string; unless: boolean; parts: Part[] };

export type Fill = (vars: Vars, escape: (text: string) => string) => string;

/** A section marker alone on its line takes the line with it. */
const ALONE = /^[ \t]*(\{\{[#^/][^{}]+\}\})[ \t]*\r?\n/gm;
const MARKER = /\{\{\s*([#^/]?)\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}/g;

/**
 * Reads a template once, to be filled many times. Markers: `{{name}}` a value; `{{#name}}…{{/name}}` once for each of a
 * list, or once when the value is there and not false or empty; `{{^name}}…{{/name}}` when it is not.
 * @throws Error for sections that do not match
 */
export function readTemplate(template: string): Fill {
  const root: Part[] = [];
  const open: { name: string; parts: Part[] }[] = [{ name: '', parts: root }];
  const source = template.replace(ALONE, '$1');
  let at = 0;
  for (const match of source.matchAll(MARKER)) {
    const [marker, sign = '', name = ''] = match;
    const here = open.at(-1)?.parts ?? root;
    if (match.index > at) here.push({ kind: 'text', text: source.slice(at, match.index) });
    at = match.index + marker.length;
    if (sign === '') here.push({ kind: 'value', name });
    else if (sign === '/') {
      if (open.pop()?.name !== name || open.length === 0)
        throw new Error(`The template closes '${name}', which is not open there.`);
    } else {
      const section = { kind: 'section' as const, name, unless: sign === '^', parts: [] };
      here.push(section);
      open.push(section);
    }
  }
  if (open.length > 1) throw new Error(`The template does not close '${open.at(-1)?.name}'.`);
  root.push({ kind: 'text', text: source.slice(at) });
  return (vars, escape) => {
    const out: string[] = [];
    fill(root, [vars], escape, out);
    return out.join('');
  };
}

function fill(
  parts: readonly Part[],
  scopes: readonly Vars[],
  escape: (text: string) => string,
  out: string[],
): void {
  for (const part of parts) {
    if (part.kind === 'text') {
      out.push(part.text);
      continue;
    }
    const value = lookUp(part.name, scopes);
    if (part.kind === 'value') {
      if (typeof value === 'object' && value !== null)
        throw new Error(`'${part.name}' is no text; the template needs a section for it.`);
      out.push(value === null || value === undefined ? '' : escape(String(value)));
      continue;
    }
    const there = Array.isArray(value)
      ? value.length > 0
      : value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
    if (part.unless) {
      if (!there) fill(part.parts, scopes, escape, out);
    } else if (Array.isArray(value))
      for (const item of value as Vars[]) fill(part.parts, [...scopes, item], escape, out);
    else if (there)
      fill(part.parts, typeof value === 'object' ? [...scopes, value as Vars] : scopes, escape, out);
  }
}

/** A name that nobody gave is a mistake of ours, not an empty place in somebody's mail. */
function lookUp(name: string, scopes: readonly Vars[]): Vars[string] {
  for (let depth = scopes.length - 1; depth >= 0; depth -= 1) {
    const scope = scopes[depth];
    if (scope && Object.hasOwn(scope, name)) return scope[name];
  }
  throw new Error(`The template asks for '${name}', which was not given.`);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and quoted attributes of HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
