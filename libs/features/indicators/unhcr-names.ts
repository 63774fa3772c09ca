import { UNHCR_AREAS } from './unhcr-words.js';
import type { IndicatorResult } from './result-row.js';

/** `OA13 Livelihood`: code and name. What has no code is its own code. */
export function areaOf(text: string): NonNullable<IndicatorResult['area']> {
  const [, code, name] = /^([A-Z]{2,3}\d{1,3})\b[\s:.-]*(.*)$/.exec(text) ?? [];
  if (!code) return { code: text, en: text, es: text };
  return { code, ...(UNHCR_AREAS[code] ?? { en: name || code, es: name || code }) };
}

export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
