import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '#platform/config';

/** Cookies travel over TLS only where people open the product over TLS. */
export const isSecure = (config: Config): boolean => config.publicUrl.startsWith('https:');

/** First part of the names of all cookies of ours. Over TLS browsers take no cookie of this name from any other host. */
export const cookiePrefix = (config: Config): string => (isSecure(config) ? '__Host-mirps' : 'mirps');

/** Name of the cookie that carries the session, as the sign-in library builds it. */
export const sessionCookieName = (config: Config): string => `${cookiePrefix(config)}.session_token`;

/** Name of the cookie that says for whom the person acts, by the id of a delegation. It gives nothing that the session does not. */
export const actingCookieName = (config: Config): string => `${cookiePrefix(config)}.acting_for`;

/** The raw value of a cookie in a Cookie header; undefined when it is not there. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined;
  const wanted = `${name}=`;
  for (let at = header.indexOf(wanted); at !== -1; at = header.indexOf(wanted, at + 1)) {
    if (at > 0 && header[at - 1] !== ' ' && header[at - 1] !== ';') continue;
    const end = header.indexOf(';', at);
    return header.slice(at + wanted.length, end === -1 ? undefined : end).trim();
  }
  return undefined;
}

/**
 * The session token inside a cookie value `token.signature`, or undefined when the signature is not ours.
 * The signature is base64 of HMAC-SHA-256 over the token.
 */
export function verifiedToken(value: string, secret: string): string | undefined {
  const signed = decoded(value);
  const dot = signed.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = signed.slice(0, dot);
  const expected = createHmac('sha256', secret).update(token).digest();
  const actual = Buffer.from(signed.slice(dot + 1), 'base64');
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? token : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return ''; // a broken escape: no cookie of ours
  }
}
