import type { Texts } from './queries';

/** Whose text of which section. */
export interface TextPlace {
  userId: string;
  cycle: string;
  section: string;
}

/** A text that is not sent yet, with the version that it was begun on. */
export type KeptText = Texts & { version: number };

const PREFIX = 'mirps.section.';
const keyOf = ({ userId, cycle, section }: TextPlace): string => `${PREFIX}${userId}.${cycle}.${section}`;

/** What this browser keeps of a section; null when everything was sent. */
export function keptText(place: TextPlace): KeptText | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps a text until it is sent; without room for it, writing goes on. */
export function keepText(place: TextPlace, text: KeptText): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(text));
  } catch {
    // The page still holds it, and sends it in a moment.
  }
}

/** Who signs out has a network, so that what was written was sent moments ago. */
export function forgetTexts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

export const forgetText = (place: TextPlace): void => localStorage.removeItem(keyOf(place));

const isKept = (value: unknown): value is KeptText =>
  typeof value === 'object' &&
  value !== null &&
  'textEn' in value &&
  typeof value.textEn === 'string' &&
  'textEs' in value &&
  typeof value.textEs === 'string' &&
  'version' in value &&
  typeof value.version === 'number';
