import { createHash } from 'node:crypto';

/** A text that a page may hold, as content security policies name it: `'sha256-…'`. */
export const hashSource = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** For a document that does nothing but show itself with these styles, each known by its hash. */
export const documentPolicy = (styles: string, ...more: string[]): string =>
  ["default-src 'none'", `style-src ${styles}`, "base-uri 'none'", ...more].join('; ');
