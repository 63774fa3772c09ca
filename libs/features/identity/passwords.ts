import { argon2, type Argon2Parameters, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What OWASP advises for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const HASH_BYTES = 32;
const SCRYPT = { N: 16_384, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };

/** A Node that was built against an older OpenSSL has no argon2; scrypt stands in. */
const hasArgon2 = typeof argon2 === 'function';
const derive = hasArgon2 ? promisify(argon2) : undefined;

/** A salted one-way hash of a password, in PHC form; different every time. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  if (!derive) return `$scrypt$${text(salt)}$${text(await scryptHash(password, salt))}`;
  const hash = await derive('argon2id', parameters(password, salt, COST));
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(salt)}$${text(hash)}`;
}

/** Whether a password belongs to a hash; false for a hash of unknown form. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const parts = hash.split('$');
  const expected = bytes(parts.at(-1) ?? '');
  const salt = bytes(parts.at(-2) ?? '');
  const actual = await rehash(parts, password, salt);
  return actual !== undefined && actual.length === expected.length && timingSafeEqual(actual, expected);
}

async function rehash(parts: string[], password: string, salt: Buffer): Promise<Buffer | undefined> {
  if (parts[1] === 'scrypt') return scryptHash(password, salt);
  const cost = /^m=(\d+),t=(\d+),p=(\d+)$/.exec(parts[3] ?? '');
  if (parts[1] !== 'argon2id' || !cost || !derive) return undefined;
  const [memory, passes, parallelism] = cost.slice(1).map(Number);
  if (!memory || !passes || !parallelism) return undefined;
  return derive('argon2id', parameters(password, salt, { memory, passes, parallelism }));
}

/** Accents may be typed composed or decomposed; both are the same password. */
const normal = (password: string): string => password.normalize('NFKC');

const parameters = (password: string, nonce: Buffer, cost: typeof COST): Argon2Parameters => ({
  message: normal(password),
  nonce,
  tagLength: HASH_BYTES,
  ...cost,
});

const scryptHash = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(normal(password), salt, HASH_BYTES, SCRYPT, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });

const text = (value: Buffer): string => value.toString('base64').replace(/=+$/, '');
const bytes = (value: string): Buffer => Buffer.from(value, 'base64');
