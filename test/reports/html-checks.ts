/** What every report's HTML must be; each returns what is wrong, so that a failing test names it. */

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] ?? match[0]);

/** Places that are there twice. */
export function repeatedIds(html: string): string[] {
  const ids = all(html, /\sid="([^"]*)"/g);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

/** Links to places of the document, and labels by reference, that lead nowhere. */
export function deadLinks(html: string): string[] {
  const ids = new Set(all(html, /\sid="([^"]*)"/g));
  const wanted = [
    ...all(html, /href="#([^"]*)"/g),
    ...all(html, /aria-labelledby="([^"]*)"/g).flatMap((names) => names.split(' ')),
  ];
  return [...new Set(wanted.filter((id) => !ids.has(id)))];
}

/** Headings that skip a level. */
export function skippedHeadings(html: string): string[] {
  const levels = all(html, /<h([1-6])[\s>]/g).map(Number);
  return levels.flatMap((level, i) =>
    i > 0 && level > (levels[i - 1] ?? 0) + 1 ? [`h${levels[i - 1]} -> h${level} (heading ${i})`] : [],
  );
}

/** Values that were printed although there was nothing to print. */
export const leaks = (html: string): string[] =>
  all(withoutStyle(html), /(.{0,40}(?:undefined|\bnull\b|\[object Object\]|NaN).{0,40})/g);

/** Tags that were opened and not closed, or the other way round. */
export function unbalancedTags(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const match of withoutStyle(html).matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)) {
    const [, closing, tag = '', closed] = match;
    if (closed || ['meta', 'br', 'hr', 'link', 'input'].includes(tag)) continue;
    if (!closing) open.push(tag);
    else if (open.pop() !== tag) wrong.push(`</${tag}> at ${match.index}`);
  }
  return [...wrong, ...open.map((tag) => `<${tag}> stays open`)];
}

/** The text that a reader sees, entities resolved. */
export const textOf = (html: string): string =>
  withoutStyle(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

const withoutStyle = (html: string): string => html.replace(/<style>[\s\S]*?<\/style>/, '');
