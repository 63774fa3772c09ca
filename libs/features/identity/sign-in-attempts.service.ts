import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { DomainError } from '#platform/http';

const WINDOW_MINUTES = 10;
/** Wrong passwords for one person from one place; then wrong passwords from that place altogether. */
const MOST_FOR_PERSON = 10;
const MOST_FROM_PLACE = 100;

// Counting and reading is one statement, so that a thousand attempts at once are counted like a thousand in turn.
const COUNT = `
  INSERT INTO sign_in_attempts AS a (key, count, started_at)
  SELECT key, 1, now() FROM unnest($1::text[]) AS key
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN a.started_at < now() - make_interval(mins => $2) THEN 1 ELSE a.count + 1 END,
    started_at = CASE WHEN a.started_at < now() - make_interval(mins => $2) THEN now() ELSE a.started_at END
  RETURNING key, count`;

/** Slows down who guesses passwords. Wrong attempts count in the database, for all processes alike. */
@Injectable()
export class SignInAttempts {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Counts an attempt before the password is looked at.
   * @throws DomainError too_many
   */
  async begin(email: string, address: string): Promise<void> {
    const [person, place] = keysOf(email, address);
    const rows = await this.database.query<{ key: string; count: number }>(COUNT, [
      [person, place].sort(),
      WINDOW_MINUTES,
    ]);
    const count = (key: string): number => rows.find((row) => row.key === key)?.count ?? 0;
    if (count(person) > MOST_FOR_PERSON || count(place) > MOST_FROM_PLACE)
      throw new DomainError('too_many', {
        en: `Too many attempts to sign in. Wait ${WINDOW_MINUTES} minutes and try again.`,
        es: `Demasiados intentos de iniciar sesión. Espere ${WINDOW_MINUTES} minutos e intente de nuevo.`,
      });
  }

  /** The password was right: the person starts from nothing again, and this attempt does not count for the place. */
  async succeeded(email: string, address: string): Promise<void> {
    const [person, place] = keysOf(email, address);
    await this.database.execute(
      'DELETE FROM sign_in_attempts WHERE key = $1 OR started_at < now() - make_interval(mins => $2)',
      [person, WINDOW_MINUTES],
    );
    await this.database.execute('UPDATE sign_in_attempts SET count = greatest(count - 1, 0) WHERE key = $1', [
      place,
    ]);
  }
}

const keysOf = (email: string, address: string): [string, string] => [
  hash(`${address} ${email.toLowerCase()}`),
  hash(address),
];
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
