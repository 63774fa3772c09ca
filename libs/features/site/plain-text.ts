import { narratives } from '#platform/markdown';

/** The words of people's own text without the signs by which it is written, in one line. */
export const plainText = (text: string): string =>
  narratives
    .parse(text, {})
    .flatMap(({ children }) => [
      ...(children ?? []).map(({ type, content }) => (type.endsWith('break') ? ' ' : content)),
      ' ',
    ])
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The beginning of a text in so many letters, cut between words, which three dots say. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s.,;:–-]+$/, '')}…`;
}
