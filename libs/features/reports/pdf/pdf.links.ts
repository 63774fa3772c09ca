import type { PdfObjects } from './pdf.objects.js';

/** A place of the report where its pages stand. */
export interface Goal {
  place: string;
  /** From 1. */
  page: number;
  /** From the left and upper edge of the page, in points. */
  x: number;
  y: number;
}

interface Page {
  id: number;
  height: number;
}

/** Points that stay visible above a goal. */
const ABOVE = 10;
/** No link and no catalog is longer; what a longer object shows is not looked at. */
const LONGEST = 100_000;
const LINK = /\/A <<[^>]*\/URI \(place:([^)]+)\)\s*>>/;

/**
 * Gives the links within a report their goals. The template sets them as addresses, `place:` and the name of the place:
 * Typst would know where a place stands only when everything was set once, and set each paragraph with a link again.
 * Also takes out the catalog's `Suspects false`: it says what holds anyway, and Poppler reports it as an error.
 * @param goals of every place that is linked to
 * @param says what a link says to who does not see it, from the number of its page
 * @throws Error when the file is built otherwise than Typst does, or a link leads nowhere
 */
export function withGoals(
  { objects, head, tail }: PdfObjects,
  goals: readonly Goal[],
  says: (page: number) => string,
): PdfObjects {
  const pages = pagesOf(objects, reference(tail, /\/Root (\d+) 0 R/));
  const targets = new Map(goals.map(({ place, ...where }) => [place, target(where, pages, says)]));
  const led = [...objects].map(([id, object]): [number, Buffer] => [id, rewritten(object, targets)]);
  return { objects: new Map(led), head, tail };
}

function rewritten(object: Buffer, targets: ReadonlyMap<string, { dest: string; contents: string }>): Buffer {
  if (object.length > LONGEST) return object;
  const start = object.toString('latin1', 0, 60);
  if (start.includes('/Type /Catalog'))
    return Buffer.from(object.toString('latin1').replace(/\s*\/Suspects false/, ''), 'latin1');
  if (!start.includes('/Type /Annot')) return object;
  const text = object.toString('latin1');
  const [action, place] = LINK.exec(text) ?? [];
  if (!action || !place) return object;
  const target = targets.get(place);
  if (!target) throw new Error(`A link leads to ${place}, which is not in the report`);
  const led = text.replace(action, target.dest).replace(/\/Contents \(place:[^)]*\)/, target.contents);
  return Buffer.from(led, 'latin1');
}

function target({ page, x, y }: Omit<Goal, 'place'>, pages: readonly Page[], says: (page: number) => string) {
  const { id, height } = pages[page - 1] ?? absent(`Page ${page}`);
  const words = Buffer.from(`\ufeff${says(page)}`, 'utf16le')
    .swap16()
    .toString('hex');
  return {
    dest: `/Dest [${id} 0 R /XYZ ${round(x)} ${round(height - Math.max(y - ABOVE, 0))} 0]`,
    contents: `/Contents <${words}>`,
  };
}

/** The pages in their order. */
function pagesOf(objects: ReadonlyMap<number, Buffer>, catalog: number): Page[] {
  const read = (id: number): string => (objects.get(id) ?? absent(`Object ${id}`)).toString('latin1');
  const below = (id: number): Page[] => {
    const text = read(id);
    const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
    if (kids !== undefined) return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => below(Number(kid)));
    const height = /\/MediaBox \[\S+ \S+ \S+ ([\d.]+)\]/.exec(text)?.[1] ?? absent('The size of a page');
    return [{ id, height: Number(height) }];
  };
  return below(reference(read(catalog), /\/Pages (\d+) 0 R/));
}

const reference = (text: string, named: RegExp): number =>
  Number(named.exec(text)?.[1] ?? absent(String(named)));

const round = (points: number): number => Number(points.toFixed(2));

function absent(what: string): never {
  throw new Error(`${what} is missing in the file that Typst wrote`);
}
