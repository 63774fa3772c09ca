import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What every authenticator app understands: SHA-1, six digits, half a minute. */
const STEP_S = 30;
const DIGITS = 6;
/** One step to either side, for clocks that differ and people who type slowly. */
const DRIFT = 1;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** No letters and digits that look alike. */
const RECOVERY = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A new secret of 160 bits. */
export const newTotpSecret = (): Buffer => randomBytes(20);

export function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The address that an authenticator app reads from a QR code. */
export function totpAddress(secret: Buffer, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

/** The code of one half minute (RFC 6238). */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const value = mac.readUInt32BE((mac.at(-1) ?? 0) & 0x0f) & 0x7fffffff;
  return String(value % 10 ** DIGITS).padStart(DIGITS, '0');
}

export const totpStep = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_S);

/**
 * The half minute to which a code belongs; undefined for a wrong one, and for one of a half minute that is not after the
 * last one taken: nobody uses a code that they have seen somebody type.
 */
export function matchingStep(
  secret: Buffer,
  code: string,
  at: Date,
  last: number | null,
): number | undefined {
  const now = totpStep(at);
  let found: number | undefined;
  for (let step = now - DRIFT; step <= now + DRIFT; step += 1)
    if (sameText(totpCode(secret, step), code) && (last === null || step > last)) found ??= step;
  return found;
}

/** Ten codes for the day on which the app is lost; about 118 bits each, so that a fast hash of them can be kept. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () =>
    Array.from({ length: 6 }, () => Array.from({ length: 4 }, recoveryCharacter).join('')).join('-'),
  );

/** What people type, without what they add: spaces, dashes, capitals. */
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, '');

function recoveryCharacter(): string {
  for (;;) {
    const byte = randomBytes(1).readUInt8();
    if (byte < 256 - (256 % RECOVERY.length)) return RECOVERY.charAt(byte % RECOVERY.length);
  }
}

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b.replace(/[^\x20-\x7e]/g, '?')));
