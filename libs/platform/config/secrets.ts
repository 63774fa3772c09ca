import { readFileSync } from 'node:fs';

/** Variables that hold a secret; each may name a file instead, as `…_FILE`. */
const FROM_FILES = [
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'STORAGE_URL',
  'MIRPS_SECRET',
  'MIRPS_AUDIT_SECRET',
];

/**
 * The environment with the content of the files that `…_FILE` variables name.
 * @throws Error with one sentence that names the variable and what to do
 */
export function withSecretFiles(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const whole = { ...environment };
  for (const name of FROM_FILES) {
    const file = whole[`${name}_FILE`];
    if (!file) continue;
    if (whole[name]) throw new Error(`set ${name} or ${name}_FILE, not both`);
    whole[name] = contentOf(file, `${name}_FILE`);
    delete whole[`${name}_FILE`];
  }
  return whole;
}

function contentOf(file: string, variable: string): string {
  let content: string;
  try {
    content = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(
      `${variable} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}); correct it`,
      { cause: error },
    );
  }
  if (!content) throw new Error(`${variable} names ${file}, which is empty; put the value into it`);
  return content;
}

/** What somebody would try first, or what stands in an example. */
const WORDS = /secret|password|change|default|example|qwerty/i;

/** Bits below which a secret can be found by trying. */
const ENOUGH_BITS = 90;

/**
 * Why a secret can be guessed, or undefined. A random one of 32 hexadecimal digits passes; words, repetitions and
 * sequences do not, however long.
 */
export function weaknessOf(secret: string): string | undefined {
  if (/^(.{1,16}?)\1+.{0,16}$/s.test(secret)) return 'repeats itself';
  if (WORDS.test(secret)) return 'holds a word that everybody tries';
  if (steps(secret) > secret.length / 2) return 'is a sequence';
  if (entropy(secret) < ENOUGH_BITS) return 'has too few different characters';
  return undefined;
}

/** How often a character follows that is the same or the next one. */
function steps(text: string): number {
  let found = 0;
  for (let i = 1; i < text.length; i += 1)
    if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) <= 1) found += 1;
  return found;
}

/** Shannon's, of the text's own letters, in bits. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / text.length);
  return bits;
}
