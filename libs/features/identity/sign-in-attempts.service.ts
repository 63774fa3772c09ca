import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { DomainError } from '#platform/http';

/** How many attempts in vain are free: for one person from one place, for one person from anywhere, from one place. */
const FREE = { both: 10, person: 50, place: 100 };
/** The first one too many locks for a minute, each further one for twice as long, up to an hour. */
const LONGEST_MINUTES = 60;
/** Whoever leaves it for so long starts from nothing. */
const FORGOTTEN_AFTER = '6 hours';

// Counting, locking and reading is one statement, so that a thousand attempts at once are counted like a thousand in turn.
// What is not let pass is not counted and leaves tried_at alone: whoever waits until the lock ends may try once.
const COUNT = `
  INSERT INTO sign_in_attempts AS a (key, count, tried_at)
  SELECT key, 1, now() FROM unnest($1::text[]) AS key
  ON CONFLICT (key) DO UPDATE SET (count, tried_at, locked_until) = (
    SELECT n.count, now(), CASE WHEN n.count >= k.free THEN now() + make_interval(mins => least($4, power(2, least(n.count - k.free, 20)))::int) END
      FROM unnest($1::text[], $2::int[]) AS k(key, free),
           LATERAL (SELECT CASE WHEN a.tried_at < now() - $3::interval THEN 1 ELSE a.count + 1 END AS count) AS n
     WHERE k.key = a.key AND (a.locked_until IS NULL OR a.locked_until <= now())
     UNION ALL
    SELECT a.count, a.tried_at, a.locked_until WHERE a.locked_until > now())
  RETURNING tried_at = now() AS passed, locked_until AS "lockedUntil"`;

/**
 * Slows down who guesses, for one person and from one place, whether or not there is such a person. Attempts in vain count
 * in the database, for all processes alike.
 */
@Injectable()
export class SignInAttempts {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Counts an attempt before anything is looked at; it stays counted when the request is undone.
   * @param who the address that is tried, or what else stands for a person
   * @throws DomainError too_many, which says until when
   */
  async begin(who: string, address: string): Promise<void> {
    const limits = limitsOf(who, address).sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = await this.database.queryApart<{ passed: boolean; lockedUntil: Date }>(COUNT, [
      limits.map(([key]) => key),
      limits.map(([, free]) => free),
      FORGOTTEN_AFTER,
      LONGEST_MINUTES,
    ]);
    const locks = rows.filter(({ passed }) => !passed).map(({ lockedUntil }) => lockedUntil.getTime());
    if (locks.length > 0) throw tooMany(new Date(Math.max(...locks)));
  }

  /** It was right: the person starts from nothing again from here, and this attempt counts for nobody. */
  async succeeded(who: string, address: string): Promise<void> {
    const [both, person, place] = limitsOf(who, address).map(([key]) => key);
    await this.database.execute(
      'DELETE FROM sign_in_attempts WHERE key = $1 OR (tried_at < now() - $2::interval AND coalesce(locked_until < now(), true))',
      [both, FORGOTTEN_AFTER],
    );
    await this.database.execute(
      'UPDATE sign_in_attempts SET count = greatest(count - 1, 0), locked_until = NULL WHERE key = ANY($1)',
      [[person, place]],
    );
  }
}

function tooMany(until: Date): DomainError {
  const time = `${until.toISOString().slice(11, 16)} UTC`;
  const minutes = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
  return new DomainError(
    'too_many',
    {
      en: `Too many attempts. Wait ${minutes === 1 ? '1 minute' : `${minutes} minutes`}, until ${time}, and try again.`,
      es: `Demasiados intentos. Espere ${minutes === 1 ? '1 minuto' : `${minutes} minutos`}, hasta las ${time}, e intente de nuevo.`,
    },
    [],
    { until: until.toISOString() },
  );
}

const limitsOf = (who: string, address: string): [string, number][] => {
  const name = who.toLowerCase();
  return [
    [hash(`${address} ${name}`), FREE.both],
    [hash(`person ${name}`), FREE.person],
    [hash(address), FREE.place],
  ];
};
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
