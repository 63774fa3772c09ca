/** A payload or result that PostgreSQL's jsonb could not hold; both backends refuse it alike. */
export class NotStorableError extends Error {
  override readonly name = 'NotStorableError';
}

/**
 * What will come back out of the queue: the JSON form of a value.
 * jsonb knows no NUL and no half of a surrogate pair, so such text is refused here, where the sender can still be told.
 * @throws NotStorableError naming the place inside `what`
 */
export function storable(value: unknown, what: string): unknown {
  const text = JSON.stringify(value);
  if (text === undefined) return null;
  const stored: unknown = JSON.parse(text);
  // JSON.stringify writes both as a \u escape, so most values are known to be clean from this one look.
  if (/\\u(0000|d[89a-f])/.test(text)) check(stored, what);
  return stored;
}

function check(value: unknown, place: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0'))
      throw new NotStorableError(`${place} holds a NUL character, which cannot be stored.`);
    if (!value.isWellFormed())
      throw new NotStorableError(`${place} holds half of a surrogate pair, which is no text.`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    check(key, `a key of ${place}`);
    check(inner, `${place}.${key}`);
  }
}

/** Text that every backend can hold, for what we did not write ourselves (error messages): bad characters become U+FFFD. */
export const storableText = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();
