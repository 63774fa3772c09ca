import { type Bilingual, invalid } from '#platform/http';

/** Length counts for more than kinds of characters; the longest keeps the check and the hash quick. */
export const PASSWORD_LENGTH = { min: 12, max: 128 };

/** How many tries a good guesser needs at least, as a power of ten. */
const ENOUGH = 9;

/** Words that somebody who attacks this product tries first. */
const OF_THE_PRODUCT = ['mirps', 'tracker', 'acnur', 'unhcr', 'compromisos', 'commitments', 'contraseña'];

const SHORT: Bilingual = {
  en: `must have at least ${PASSWORD_LENGTH.min} characters; four plain words do`,
  es: `debe tener al menos ${PASSWORD_LENGTH.min} caracteres; bastan cuatro palabras corrientes`,
};
const KNOWN: Bilingual = {
  en: 'is known from breaches or easy to guess; take four plain words that do not belong together',
  es: 'es conocida por filtraciones o fácil de adivinar; use cuatro palabras corrientes que no tengan relación',
};

let checker: Promise<(password: string, about: string[]) => number> | undefined;

/**
 * Refuses a new password that is short, in the lists of breached passwords or easily guessed from them, from a pattern or
 * from the person's own name and address.
 * @param field where the refusal is shown
 * @throws DomainError invalid
 */
export async function assertStrong(
  password: string,
  about: readonly string[] = [],
  field = 'password',
): Promise<void> {
  const normal = password.normalize('NFKC');
  if ([...normal].length < PASSWORD_LENGTH.min) throw invalid(field, SHORT);
  const guesses = await (checker ??= load());
  const words = about
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2);
  if (guesses(normal, [...words, ...OF_THE_PRODUCT]) < ENOUGH) throw invalid(field, KNOWN);
}

/** 49,000 breached passwords, read when the first new password is set: an API that sets none stays small. */
async function load(): Promise<(password: string, about: string[]) => number> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password, about) => zxcvbn.check(password, about).guessesLog10;
}
