import { getDocumentProxy } from 'unpdf';

/** What a reader, and a program that reads aloud, finds in a PDF. */
export interface ReadPdf {
  pages: number;
  title: string | null;
  /** As the file says it, `es`. */
  lang: string | null;
  tagged: boolean;
  /** The text without what the file marks as decoration: heads and feet of pages. All white space is taken out. */
  text: string;
  /** The same of each page. */
  pageTexts: string[];
  /** How often each kind of element stands in the structure, `H1`, `Table`, `Figure`. */
  roles: ReadonlyMap<string, number>;
  /** Figures without words for those who do not see them. */
  figuresWithoutWords: number;
  /** Links to places of the file, and how many of them lead nowhere or say nothing to who does not see them. */
  linksWithin: number;
  lostLinks: number;
  /** Where links out of the file lead. */
  addresses: string[];
}

interface LinkOfPage {
  subtype: string;
  dest?: string | unknown[] | null;
  unsafeUrl?: string;
  contentsObj?: { str: string };
}

interface Structure {
  role?: string;
  alt?: string;
  children?: Structure[];
}

/** Reads a PDF with another library than the one that made it. */
export async function readPdf(file: Buffer): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const info = (await pdf.getMetadata()).info as { Title?: string; Language?: string };
  const marks = await pdf.getMarkInfo();
  const roles = new Map<string, number>();
  let figuresWithoutWords = 0;
  const visit = ({ role, alt, children }: Structure): void => {
    if (role) roles.set(role, (roles.get(role) ?? 0) + 1);
    if (role === 'Figure' && !alt) figuresWithoutWords += 1;
    children?.forEach(visit);
  };
  const pageTexts: string[] = [];
  let [linksWithin, lostLinks] = [0, 0];
  const addresses: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    visit(((await page.getStructTree()) ?? {}) as Structure);
    for (const { subtype, dest, unsafeUrl, contentsObj } of (await page.getAnnotations()) as LinkOfPage[]) {
      if (subtype !== 'Link') continue;
      if (unsafeUrl) addresses.push(unsafeUrl);
      if (!dest) continue;
      const goal = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
      linksWithin += 1;
      if (!goal || !contentsObj?.str || (await pdf.getPageIndex(goal[0] as never)) < 0) lostLinks += 1;
    }
    pageTexts.push(withoutSpace(textOf((await page.getTextContent({ includeMarkedContent: true })).items)));
  }
  return {
    pages: pdf.numPages,
    title: info.Title ?? null,
    lang: info.Language ?? null,
    tagged: marks?.Marked ?? false,
    text: pageTexts.join(''),
    pageTexts,
    roles,
    figuresWithoutWords,
    linksWithin,
    lostLinks,
    addresses,
  };
}

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

type Item = { str: string } | { type: string; tag?: string };

/** The text between beginnings and ends of marked content, without that of artifacts. */
function textOf(items: readonly Item[]): string {
  const open: boolean[] = [];
  let text = '';
  for (const item of items) {
    if ('str' in item) {
      if (!open.includes(true)) text += item.str;
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.tag === 'Artifact');
  }
  return text;
}
