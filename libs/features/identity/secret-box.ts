import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'mirps', purpose, 32));

/** Encrypts what must be read again (AES-256-GCM), with a key of its own for each purpose. */
export function seal(plain: Buffer, secret: string, purpose: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), iv);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @throws Error for what was sealed with another secret, or changed */
export function unseal(sealed: string, secret: string, purpose: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** A keyed hash of a code that has enough randomness of its own. */
export const keyedHash = (text: string, secret: string, purpose: string): string =>
  createHmac('sha256', keyFor(secret, purpose)).update(text).digest('base64url');
