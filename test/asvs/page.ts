import { CHAPTERS } from './chapters/index.js';
import type { Item, Proof } from './item.js';

const BEGIN = '<!-- Written from test/asvs/chapters; a test compares them. -->';
const END = '<!-- End of what is written from test/asvs/chapters. -->';

/** The part of docs/security.md that tells of every item, with its marks. */
export function itemsOfThePage(): string {
  const items = CHAPTERS.flatMap((chapter) => chapter.items);
  const many = (state: Item['state']): number => items.filter((item) => item.state === state).length;
  const chapters = CHAPTERS.map(
    ({ number, name, items }) => `### V${number} ${name}

| Item | What is asked | | Where, or why not |
| --- | --- | --- | --- |
${items.map(row).join('\n')}`,
  );
  return `${BEGIN}

${items.length} items: ${many('met')} met, ${many('not applicable')} not applicable, ${many('not yet')} not yet.

${chapters.join('\n\n')}

${END}`;
}

/** A page with its part about the items written anew. */
export function withItems(page: string): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1];
  if (after === undefined) throw new Error('The page has no place for the items.');
  return `${before}${itemsOfThePage()}${after}`;
}

function row(item: Item): string {
  const places = [...new Set(item.proofs.map(placeOf))].join(', ');
  const where = item.state === 'met' ? places : [item.why, ...(places ? [places] : [])].join('; ');
  return `| ${item.id} | ${item.asked} | ${item.state === 'met' ? 'met' : `**${item.state}**`} | ${where} |`;
}

function placeOf(proof: Proof): string {
  if ('spec' in proof) return `\`${proof.spec}\``;
  const file = proof.page.replace('docs/', '');
  const anchor = proof.heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');
  return `[${proof.heading}](${file === 'security.md' ? '' : file}#${anchor})`;
}
