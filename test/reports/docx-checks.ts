import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** What an editor, and a program, finds in a Word file. */
export interface ReadWord {
  /** The text of the document without white space. */
  text: string;
  title: string | null;
  /** Language of the text, `es-MX`. */
  lang: string | null;
  /** Paragraphs by their style. */
  styles: ReadonlyMap<string, number>;
  footnotes: number;
  /** What they say, without white space. */
  notes: string;
  tables: number;
  /** Tables whose first row does not repeat as a head, of those under a caption. */
  headless: number;
  charts: number;
  /** Charts without words for those who do not see them. */
  silent: number;
  /** What is wrong with the package: parts that are named and missing, places that nothing has, tags that stay open. */
  problems: string[];
}

/** Reads the file with nothing but ZIP and text: Word itself forgives less than other programs. */
export function readWord(file: Buffer): ReadWord {
  const parts = new Map(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));
  const body = parts.get('word/document.xml') ?? '';
  const all = (pattern: RegExp, text = body): string[] =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
  const textOf = (xml: string): string =>
    withoutSpace(unescaped(all(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g, xml).join('')));
  const styles = new Map<string, number>();
  for (const style of all(/<w:pStyle w:val="([^"]+)"/g)) styles.set(style, (styles.get(style) ?? 0) + 1);
  const captioned = body.split('<w:pStyle w:val="Caption"').slice(1);
  const drawings = all(/<wp:docPr\b[^>]*>/g);
  return {
    text: textOf(body),
    title: all(/<dc:title>([^<]*)</g, parts.get('docProps/core.xml'))[0] ?? null,
    lang: all(/<w:lang w:val="([^"]+)"/g, parts.get('word/styles.xml'))[0] ?? null,
    styles,
    footnotes: all(/<w:footnoteReference\b/g).length,
    notes: textOf(parts.get('word/footnotes.xml') ?? ''),
    tables: all(/<w:tbl>/g).length,
    headless: captioned.filter((part) =>
      /^(?:(?!<w:tbl>|<w:drawing>).)*<w:tbl>(?:(?!<w:tr>|<w:tblHeader).)*<w:tr>(?:(?!<\/w:tr>|<w:tblHeader).)*<\/w:tr>/s.test(
        part,
      ),
    ).length,
    charts: [...parts.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name)).length,
    silent: drawings.filter((drawing) => !/\bdescr="[^"]{10,}"/.test(drawing)).length,
    problems: [
      ...missingParts(parts),
      ...deadAnchors(body),
      ...[...parts].flatMap(([name, text]) => openTags(name, text)),
    ],
  };
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

function missingParts(parts: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  for (const [name, text] of parts) {
    if (!name.endsWith('.rels')) continue;
    const folder = posix.join(posix.dirname(name), '..');
    for (const [relation] of text.matchAll(/<Relationship\b[^>]*>/g)) {
      const target = /Target="([^"]+)"/.exec(relation)?.[1] ?? '';
      if (relation.includes('TargetMode="External"')) continue;
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      if (!parts.has(part)) problems.push(`${name} names ${part}`);
    }
  }
  return problems;
}

/** Links to bookmarks that are not there, and bookmarks that are there twice. */
function deadAnchors(body: string): string[] {
  const names = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name = '']) => name);
  const known = new Set(names);
  const wanted = new Set([...body.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor = '']) => anchor));
  return [
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `two bookmarks ${name}`),
    ...[...wanted].filter((anchor) => !known.has(anchor)).map((anchor) => `no bookmark ${anchor}`),
    ...names.filter((name) => name.length > 40).map((name) => `too long: ${name}`),
  ];
}

function openTags(name: string, text: string): string[] {
  if (!/\.(xml|rels)$/.test(name)) return [];
  const open: string[] = [];
  for (const [, closing, tag = '', closed] of text.matchAll(/<(\/?)([\w:]+)\b[^>]*?(\/?)>/g)) {
    if (closed) continue;
    if (!closing) open.push(tag);
    else if (open.pop() !== tag) return [`${name}: </${tag}>`];
  }
  return open.map((tag) => `${name}: <${tag}>`);
}
