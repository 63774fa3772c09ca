import { readFileSync } from 'node:fs';
import { isUUID } from 'class-validator';
import { ConfigError } from '#platform/config';
import type { Bilingual } from '#platform/http';

/** A role that membership in a group of the provider gives, for the provider's own State. */
export interface GroupRole {
  role: 'focal_point' | 'national_coordinator';
  institutionId?: string;
}

/** A government's own identity provider. */
export interface OidcProvider {
  /** In addresses: `mx-sre`. */
  id: string;
  name: Bilingual;
  /** The State whose people it knows. */
  stateCode: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** It speaks for addresses in these domains, and for no others. */
  emailDomains: string[];
  scopes: string[];
  /** The claim that lists a person's groups. */
  groupsClaim: string;
  roles: Record<string, GroupRole>;
  /** It asks for two factors itself, and says so each time (`amr` with `mfa`). */
  secondFactor: boolean;
}

const ROLES = ['focal_point', 'national_coordinator'];

/**
 * The providers of the file that MIRPS_OIDC_FILE names, or none. Secrets stand in files or variables of their own.
 * @throws ConfigError that names the provider and what is wrong with it
 */
export function oidcProviders(
  file: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): OidcProvider[] {
  if (!file) return [];
  const list = read(file);
  const providers = list.map((each, at) => providerOf(each, `${file}, entry ${at + 1}`, environment));
  const ids = providers.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new ConfigError(`${file}: two providers have the same id.`);
  return providers;
}

function read(file: string): Record<string, unknown>[] {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(list)) return list as Record<string, unknown>[];
  } catch (error) {
    throw new ConfigError(`MIRPS_OIDC_FILE ${file} cannot be read: ${(error as Error).message}.`);
  }
  throw new ConfigError(`MIRPS_OIDC_FILE ${file} must hold a list of providers.`);
}

function providerOf(
  entry: Record<string, unknown>,
  where: string,
  environment: NodeJS.ProcessEnv,
): OidcProvider {
  const need = (ok: boolean, what: string): void => {
    if (!ok) throw new ConfigError(`${where}: ${what}.`);
  };
  const text = (key: string, pattern: RegExp, looks: string): string => {
    const value = entry[key];
    need(typeof value === 'string' && pattern.test(value), `${key} must look like ${looks}`);
    return value as string;
  };
  const texts = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '');
  const isObject = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  need(isObject(entry), 'must be an object in braces');
  const issuer = text('issuer', /^https?:\/\/[^/]/, 'https://login.example.gob.mx');
  need(
    issuer.startsWith('https:') || /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(issuer),
    'issuer must use https',
  );
  const name = entry['name'] as Partial<Bilingual> | undefined;
  need(
    [name?.en, name?.es].every((each) => typeof each === 'string' && each !== ''),
    'name needs en and es',
  );
  const { emailDomains, scopes = [], roles = {}, groupsClaim = 'groups', secondFactor = false } = entry;
  need(texts(emailDomains) && emailDomains.length > 0, 'emailDomains must list at least one domain');
  need(texts(scopes), 'scopes must be a list of words');
  need(typeof groupsClaim === 'string' && groupsClaim !== '', 'groupsClaim must be a word');
  need(typeof secondFactor === 'boolean', 'secondFactor must be true or false');
  need(isObject(roles), 'roles must give a role for each group');
  for (const [group, role] of Object.entries(roles as Record<string, Partial<GroupRole> | null>)) {
    need(ROLES.includes(role?.role ?? ''), `roles.${group}.role must be one of ${ROLES.join(', ')}`);
    const { institutionId } = role ?? {};
    need(institutionId === undefined || isUUID(institutionId), `roles.${group}.institutionId must be an id`);
  }
  return {
    id: text('id', /^[a-z][a-z0-9-]{1,40}$/, 'mx-sre'),
    name: name as Bilingual,
    stateCode: text('stateCode', /^[A-Z]{2}$/, 'MX'),
    issuer: issuer.replace(/\/$/, ''),
    clientId: text('clientId', /./, 'mirps-tracker'),
    clientSecret: secretOf(entry, where, environment),
    emailDomains: (emailDomains as string[]).map((domain) => domain.toLowerCase()),
    scopes: scopes as string[],
    groupsClaim: groupsClaim as string,
    roles: roles as Record<string, GroupRole>,
    secondFactor: secondFactor as boolean,
  };
}

function secretOf(entry: Record<string, unknown>, where: string, environment: NodeJS.ProcessEnv): string {
  const { clientSecretFile: file, clientSecretVariable: variable } = entry;
  if (typeof file === 'string') {
    const secret = contentOf(file, where);
    if (!secret) throw new ConfigError(`${where}: clientSecretFile ${file} is empty.`);
    return secret;
  }
  if (typeof variable !== 'string')
    throw new ConfigError(`${where}: name the secret's place in clientSecretFile or clientSecretVariable.`);
  const secret = environment[variable];
  if (!secret) throw new ConfigError(`${where}: the variable ${variable} of clientSecretVariable is empty.`);
  return secret;
}

function contentOf(file: string, where: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`${where}: clientSecretFile ${file} cannot be read: ${(error as Error).message}.`);
  }
}

/** What a provider says of a person. */
export interface OidcClaims {
  email: string;
  name: string;
  groups: string[];
  /** The provider says that it was shown two factors, and may say so. */
  strong: boolean;
}

/** What we take over of a provider's claims; undefined unless it has verified an address that it may speak for. */
export function acceptedClaims(
  provider: OidcProvider,
  claims: Record<string, unknown>,
): OidcClaims | undefined {
  const { email, name } = claims;
  const verified = claims['email_verified'] ?? claims['emailVerified'];
  if (typeof email !== 'string' || (verified !== true && verified !== 'true')) return undefined;
  if (!provider.emailDomains.includes(email.toLowerCase().split('@').at(-1) ?? '')) return undefined;
  const groups = claims[provider.groupsClaim];
  return {
    email: email.toLowerCase(),
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : email,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
    strong: provider.secondFactor && Array.isArray(claims['amr']) && claims['amr'].includes('mfa'),
  };
}

/** The roles that groups give, each once. */
export function rolesOfGroups(provider: OidcProvider, groups: readonly string[]): GroupRole[] {
  const roles = groups.flatMap((group) =>
    Object.hasOwn(provider.roles, group) ? [provider.roles[group]] : [],
  );
  const keys = new Map(roles.map((role) => [`${role?.role} ${role?.institutionId ?? ''}`, role]));
  return [...keys.values()].filter((role) => role !== undefined);
}
