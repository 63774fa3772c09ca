/** Without accents and capitals. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether one of the texts contains what is looked for. */
export const holds = (wanted: string, ...texts: string[]): boolean =>
  texts.some((text) => plain(text).includes(plain(wanted.trim())));
