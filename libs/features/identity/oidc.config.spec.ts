import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigError } from '#platform/config';
import { oidcProviders } from './oidc.config.js';

describe('the file of governments’ identity providers', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mirps-oidc-'));
    writeFileSync(join(folder, 'secret'), 'a secret\n');
    writeFileSync(join(folder, 'empty'), '\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const provider = (more: object = {}) => ({
    id: 'mx-sre',
    name: { en: 'Foreign Ministry', es: 'Secretaría de Relaciones Exteriores' },
    stateCode: 'MX',
    issuer: 'https://login.example.gob.mx/',
    clientId: 'mirps-tracker',
    clientSecretFile: join(folder, 'secret'),
    emailDomains: ['SRE.example.gob.mx'],
    roles: { focal: { role: 'focal_point' } },
    ...more,
  });
  const read = (content: unknown, environment: NodeJS.ProcessEnv = {}) => {
    const file = join(folder, 'oidc.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return oidcProviders(file, environment);
  };

  it('is read, with secrets from a file or a variable', () => {
    expect(oidcProviders(undefined)).toEqual([]);
    expect(read([provider()])).toMatchObject([
      {
        issuer: 'https://login.example.gob.mx',
        clientSecret: 'a secret',
        emailDomains: ['sre.example.gob.mx'],
        groupsClaim: 'groups',
        secondFactor: false,
      },
    ]);
    const variable = provider({ clientSecretFile: undefined, clientSecretVariable: 'SRE' });
    expect(read([variable], { SRE: 'from outside' })).toMatchObject([{ clientSecret: 'from outside' }]);
  });

  it.each<[string, object, RegExp]>([
    ['id', { id: 'MX SRE' }, /entry 1: id must look like mx-sre\.$/],
    ['name', { name: { en: 'Only one' } }, /entry 1: name needs en and es\.$/],
    ['name', { name: { en: 1, es: 2 } }, /entry 1: name needs en and es\.$/],
    ['stateCode', { stateCode: 'MEX' }, /entry 1: stateCode must look like MX\.$/],
    ['issuer', { issuer: undefined }, /entry 1: issuer must look like https:/],
    ['issuer', { issuer: 'http://login.example' }, /entry 1: issuer must use https\.$/],
    ['issuer', { issuer: 'https://' }, /entry 1: issuer must look like https:/],
    ['clientId', { clientId: '' }, /entry 1: clientId must look like mirps-tracker\.$/],
    ['emailDomains', { emailDomains: [] }, /entry 1: emailDomains must list at least one domain\.$/],
    ['emailDomains', { emailDomains: 'example' }, /entry 1: emailDomains must list at least one domain\.$/],
    ['scopes', { scopes: 'groups' }, /entry 1: scopes must be a list of words\.$/],
    ['groupsClaim', { groupsClaim: 7 }, /entry 1: groupsClaim must be a word\.$/],
    ['roles', { roles: 'focal_point' }, /entry 1: roles must give a role for each group\.$/],
    ['roles', { roles: null }, /entry 1: roles must give a role for each group\.$/],
    [
      'a role',
      { roles: { all: { role: 'administrator' } } },
      /entry 1: roles\.all\.role must be one of focal_/,
    ],
    ['a role', { roles: { all: null } }, /entry 1: roles\.all\.role must be one of focal_/],
    [
      'an institution',
      { roles: { all: { role: 'focal_point', institutionId: 'X' } } },
      /roles\.all\.institutionId must be/,
    ],
    ['secondFactor', { secondFactor: 'yes' }, /entry 1: secondFactor must be true or false\.$/],
    [
      'clientSecretFile',
      { clientSecretFile: '/no/such/file' },
      /entry 1: clientSecretFile \/no\/such\/file cannot be read: .*\.$/,
    ],
    ['the secret', { clientSecretFile: undefined }, /clientSecretFile or clientSecretVariable\.$/],
    [
      'a variable',
      { clientSecretFile: undefined, clientSecretVariable: 'NONE' },
      /the variable NONE of clientSecretVariable is empty\.$/,
    ],
  ])('is refused for a wrong %s, which is named', (_what, wrong, sentence) => {
    const reading = () => read([provider(wrong)]);
    expect(reading).toThrow(ConfigError);
    expect(reading).toThrow(sentence);
  });

  it('is refused with an empty file for the secret', () => {
    expect(() => read([provider({ clientSecretFile: join(folder, 'empty') })])).toThrow(
      /entry 1: clientSecretFile .*empty is empty\.$/,
    );
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /^MIRPS_OIDC_FILE .*oidc\.json cannot be read: .*\.$/],
    ['no list', {}, /must hold a list of providers\.$/],
    ['a list of words', ['mx'], /entry 1: must be an object in braces\.$/],
    ['nothing in the list', [null], /entry 1: must be an object in braces\.$/],
  ])('is refused as %s', (_what, content, sentence) => {
    const reading = () => read(content);
    expect(reading).toThrow(ConfigError);
    expect(reading).toThrow(sentence);
  });

  it('is refused when it is not there, and with two providers of one id', () => {
    expect(() => oidcProviders('/no/such/oidc.json')).toThrow(
      /^MIRPS_OIDC_FILE \/no\/such\/oidc\.json cannot be read/,
    );
    expect(() => read([provider(), provider()])).toThrow(/two providers have the same id\.$/);
  });
});
