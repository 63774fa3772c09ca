import type { Lang } from '#platform/http';

/** As many whole sentences from the beginning as have room. */
export function opening(text: string, lang: Lang, most: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    if (index + segment.trimEnd().length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trim();
}

/**
 * Somebody's own words for a short paper: whole where they have room, else the first whole sentences of their first paragraph.
 * One sentence is never cut, and neither is what sentences do not divide: lists, and emphasis that goes on over their end.
 */
export function inShort(markdown: string, lang: Lang, most: number): { markdown: string; isWhole: boolean } {
  if (markdown.length <= most) return { markdown, isWhole: true };
  const [first = markdown] = markdown.split(/\n\s*\n/);
  const [sentence] = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(first)];
  const begun = opening(first, lang, most) || (sentence?.segment.trim() ?? first);
  const divides = !isList(first) && isBalanced(begun);
  const shown = divides ? begun : first;
  return { markdown: shown, isWhole: shown.length === markdown.length };
}

/** Whether it must stand as blocks: it has a list, or more than one paragraph. */
export const needsBlocks = (markdown: string): boolean => /\n\s*\n/.test(markdown) || isList(markdown);

const isList = (markdown: string): boolean => /^\s*([-*+]|\d+[.)])\s/m.test(markdown);

const isBalanced = (markdown: string): boolean =>
  ['*', '_', '`'].every((sign) => markdown.split(sign).length % 2 === 1) &&
  markdown.split('[').length === markdown.split(']').length;
