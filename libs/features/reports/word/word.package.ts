import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The day that stands in the file instead of the day of making; the oldest that ZIP can say. */
const ALWAYS = '1980-01-01T00:00:00Z';
const ALWAYS_IN_ZIP = new Date(1980, 0, 1);

/** What is named by chance or by a count that goes on from one document to the next. */
const RELATION = /\brId[\w-]{15,}/g;
const HEADING = /\b_Toc\d+/g;
const BOOKMARK = /(?<=<w:bookmark(?:Start|End)\b[^>]*\bw:id=")\d+/g;
const DRAWING = /(?<=<wp:docPr\b[^>]*\bid=")\d+/g;
const SHAPE = /(<wps:cNvPr id=")(\d+)(" name="[A-Za-z ]+ )\d+/g;

/**
 * An Office file without what differs from one making to the next: days, and what is named by chance. Equal contents then
 * are equal bytes.
 */
export function withoutChance(file: Uint8Array): Buffer {
  const parts = unzipSync(file);
  const names = new Names();
  const tidy: Zippable = {};
  for (const name of Object.keys(parts).sort(relationsLast)) {
    const part = parts[name] ?? new Uint8Array();
    const content = name.endsWith('.xlsx') ? withoutChance(part) : tidied(name, part, names);
    tidy[name] = [content, { mtime: ALWAYS_IN_ZIP }];
  }
  const first = tidy['[Content_Types].xml'];
  return Buffer.from(zipSync({ ...(first ? { '[Content_Types].xml': first } : {}), ...tidy }, { level: 6 }));
}

/** Parts before the lists of their relations, so that names are given in the order of the text. */
const relationsLast = (a: string, b: string): number =>
  Number(a.endsWith('.rels')) - Number(b.endsWith('.rels')) || (a < b ? -1 : 1);

function tidied(name: string, part: Uint8Array, names: Names): Uint8Array {
  if (!/\.(xml|rels)$/.test(name)) return part;
  let text = strFromU8(part).replace(RELATION, (found) => names.of(found, 'rIdOf'));
  if (name === 'docProps/core.xml')
    text = text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${ALWAYS}`);
  if (name.endsWith('.rels')) text = sortedRelations(text);
  if (name === 'word/document.xml') {
    text = text.replace(HEADING, (found) => names.of(found, '_Toc'));
    text = text.replace(BOOKMARK, (found) => names.of(`bookmark ${found}`, ''));
    text = text.replace(DRAWING, (found) => names.of(`drawing ${found}`, ''));
    text = text.replace(SHAPE, (_, before: string, id: string, name: string) => {
      const given = names.of(`drawing ${id}`, '');
      return `${before}${given}${name}${given}`;
    });
  }
  return strToU8(text);
}

const sortedRelations = (text: string): string => {
  const relations = text.match(/<Relationship\b[^>]*\/>/g) ?? [];
  const [head = ''] = text.split(/<Relationship\b/, 1);
  return relations.length === 0 ? text : `${head}${relations.sort().join('')}</Relationships>`;
};

/** Gives out numbers in the order of asking; the same for the same. */
class Names {
  private readonly given = new Map<string, string>();

  of(found: string, prefix: string): string {
    const known = this.given.get(found) ?? `${prefix}${this.given.size + 1}`;
    this.given.set(found, known);
    return known;
  }
}
