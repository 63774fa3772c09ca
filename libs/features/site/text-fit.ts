/** Widths of letters in Source Sans 3 and Source Serif 4, in parts of the size of the type; a little more than they are. */
const WIDTHS: readonly [of: RegExp, width: number][] = [
  [/[ijlI|!.,:;'’·()[\]]/, 0.36],
  [/[ftrs/"“”-]/, 0.46],
  [/\s/, 0.26],
  [/[mMWw@%&—]/, 0.98],
  [/[A-ZÁÉÍÓÚÑÜ]/, 0.74],
];
const OTHERS = 0.61;

/** How wide a text is at most when it is set in one line, in the unit of the size. */
export const widthOf = (text: string, size: number): number =>
  size * [...text].reduce((all, sign) => all + (WIDTHS.find(([of]) => of.test(sign))?.[1] ?? OTHERS), 0);

/** A text in one line; what does not fit is left out, which three dots say. */
export function shortened(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  const signs = [...text];
  while (signs.length > 0 && widthOf(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** A text in at most so many lines, broken between words; what does not fit is left out, which three dots say. */
export function linesOf(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter((word) => word !== '');
  while (rest.length > 0 && lines.length < most - 1) {
    let taken = 1;
    while (taken < rest.length && widthOf(rest.slice(0, taken + 1).join(' '), size) <= width) taken += 1;
    lines.push(shortened(rest.slice(0, taken).join(' '), size, width));
    rest = rest.slice(taken);
  }
  return rest.length > 0 ? [...lines, shortened(rest.join(' '), size, width)] : lines;
}
