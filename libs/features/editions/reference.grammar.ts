/** Kinds of things that a text can refer to. */
export const REFERENCE_KINDS = ['fact', 'rollup', 'commitment', 'context', 'cycle'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** One `{{kind:path}}` of a text. */
export interface Reference {
  /** As it stands in the text, braces and all. */
  source: string;
  /** As somebody wrote it; of the known ones or not. */
  kind: string;
  /** What stands after the colon, divided at the dots. */
  path: string[];
  /** Place of the first brace, counted in UTF-16 units from 0, and of what follows the last one. */
  from: number;
  to: number;
}

/** Anything in double braces on one line; what stands in them is judged when it is looked up. */
const BRACES = /\{\{([^{}\n]*)\}\}/g;

/** Every reference of a text, in its order. */
export function referencesIn(text: string): Reference[] {
  return [...text.matchAll(BRACES)].map((match) => {
    const inner = match[1] ?? '';
    const colon = inner.indexOf(':');
    const [kind, path] = colon < 0 ? [inner, ''] : [inner.slice(0, colon), inner.slice(colon + 1)];
    return {
      source: match[0],
      kind: kind.trim(),
      path: path === '' ? [] : path.split('.').map((part) => part.trim()),
      from: match.index,
      to: match.index + match[0].length,
    };
  });
}

/** Opening braces that no reference begins with: a slip of the pen that readers would see. */
export function strayBraces(text: string): { from: number; to: number; source: string }[] {
  return [...withoutReferences(text).matchAll(/\{\{[^\n]{0,40}|\}\}/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    source: match[0],
  }));
}

/** The same text with blanks where references stood, so that places stay what they are. */
export const withoutReferences = (text: string): string =>
  text.replace(BRACES, (found) => ' '.repeat(found.length));

/** The text with each reference replaced by what `write` gives for it. */
export function rewritten(text: string, write: (reference: Reference) => string): string {
  let [done, at] = ['', 0];
  for (const reference of referencesIn(text)) {
    done += text.slice(at, reference.from) + write(reference);
    at = reference.to;
  }
  return done + text.slice(at);
}

/** Line, counted from 1, and place within it, counted from 1, of a place in a text. */
export function placeIn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** A text so that Markdown takes none of its signs for its own. */
export const asMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>~#]/g, '\\$&');
