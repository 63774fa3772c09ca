import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config, ConfigError, loadConfig } from './config.js';
import { weaknessOf } from './secrets.js';

const DATABASE_URL = 'postgres://mirps@localhost/mirps';
const strong = () => randomBytes(32).toString('hex');

describe('a secret', () => {
  it('that was drawn at random is good', () => {
    for (let draw = 0; draw < 2000; draw += 1) {
      expect(weaknessOf(randomBytes(16).toString('hex'))).toBeUndefined();
      expect(weaknessOf(randomBytes(32).toString('hex'))).toBeUndefined();
      expect(weaknessOf(randomBytes(24).toString('base64'))).toBeUndefined();
    }
  });

  it.each([
    ['.'.repeat(32), 'repeats'],
    ['only-for-tests-'.repeat(3), 'repeats'],
    ['0123456789abcdef'.repeat(4), 'repeats'],
    ['please-change-me-please-now-okay-thanks', 'word'],
    ['my-super-secret-for-the-tracker-2024', 'word'],
    ['ghijklmnopqrstuvwxyz6789ABCDEFGHIJ', 'sequence'],
    ['aabbaabbababbabaabbabaabbabbaaba', 'sequence'],
    ['1a8a11aa8a1a8188a18a1a1a8aa18a81', 'few'],
  ])('%s can be guessed: it %s', (secret, why) => {
    expect(weaknessOf(secret)).toContain(why);
  });
});

describe('in production the product', () => {
  const load = (more: NodeJS.ProcessEnv) => loadConfig({ NODE_ENV: 'production', DATABASE_URL, ...more });

  it('starts with a random secret', () => {
    expect(load({ MIRPS_SECRET: strong() }).NODE_ENV).toBe('production');
  });

  it.each([
    [{}, /MIRPS_SECRET must have at least 32/],
    [{ MIRPS_SECRET: 'short' }, /MIRPS_SECRET must have at least 32/],
    [{ MIRPS_SECRET: 'x'.repeat(64) }, /MIRPS_SECRET repeats itself: make one with .*openssl rand -hex 32/],
    [{ MIRPS_SECRET: strong(), MIRPS_AUDIT_SECRET: 'y'.repeat(40) }, /MIRPS_AUDIT_SECRET repeats itself/],
    [{ MIRPS_SECRET: strong(), MIRPS_DEMO: 'on' }, /MIRPS_DEMO .* set MIRPS_DEMO=off/],
    [{ MIRPS_SECRET: strong(), STORAGE_URL: 's3+http://k:s@storage.example/b' }, /STORAGE_URL .* write s3:/],
    [
      { MIRPS_SECRET: strong(), DATABASE_URL: 'postgres://u:p@db/x' },
      /DATABASE_URL .* \?sslmode=verify-full/,
    ],
    [
      { MIRPS_SECRET: strong(), DATABASE_URL: 'postgres://u:p@db/x?sslmode=no-verify' },
      /DATABASE_URL .* MIRPS_PLAIN_SERVICES/,
    ],
    [
      { MIRPS_SECRET: strong(), DATABASE_URL: 'postgres://localhost/x?host=db' },
      /DATABASE_URL goes to another/,
    ],
    [{ MIRPS_SECRET: strong(), REDIS_URL: 'redis://cache:6379/0' }, /REDIS_URL .* write rediss:/],
    [{ MIRPS_SECRET: strong(), SMTP_URL: 'smtp://u:p@mail.example:587' }, /SMTP_URL .*\?requireTLS=true/],
    [{ MIRPS_SECRET: strong(), CLAMAV_URL: 'tcp://scanner:3310' }, /CLAMAV_URL .* on the same machine/],
    [
      { MIRPS_SECRET: strong(), MIRPS_PLAIN_SERVICES: 'REDIS' },
      /MIRPS_PLAIN_SERVICES names some of DATABASE_URL/,
    ],
  ])('does not start with %j', (environment, message) => {
    expect(() => load(environment)).toThrow(ConfigError);
    expect(() => load(environment)).toThrow(message);
  });

  it.each([
    { DATABASE_URL: 'postgres://u:p@db/x?sslmode=verify-full', SMTP_URL: 'smtps://u:p@mail.example' },
    {
      DATABASE_URL: 'postgres://u:p@db/x?sslmode=verify-ca',
      SMTP_URL: 'smtp://mail.example?requireTLS=true',
    },
    { REDIS_URL: 'rediss://cache:6379/0', STORAGE_URL: 's3://k:s@storage.example/b' },
    { REDIS_URL: 'redis://127.0.0.2/0', SMTP_URL: 'smtp://localhost:25', CLAMAV_URL: 'tcp://127.0.0.1:3310' },
    { DATABASE_URL: 'postgres://%2Fvar%2Frun%2Fpostgresql/x' },
    { DATABASE_URL: 'postgres:///x?host=/var/run/postgresql' },
    { REDIS_URL: 'redis://[::1]:6379', STORAGE_URL: 'file:///var/lib/mirps' },
    {
      DATABASE_URL: 'postgres://u:p@db/x',
      REDIS_URL: 'redis://cache',
      MIRPS_PLAIN_SERVICES: 'DATABASE_URL, REDIS_URL',
    },
  ])('speaks to %j', (environment) => {
    expect(load({ MIRPS_SECRET: strong(), ...environment })).toBeInstanceOf(Config);
  });

  it('elsewhere takes what is long enough, for tests and trials', () => {
    expect(loadConfig({ DATABASE_URL, MIRPS_SECRET: 'x'.repeat(32), MIRPS_DEMO: 'on' }).demo).toBe(true);
  });
});

describe('secrets in files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('are taken from there', () => {
    const secret = strong();
    const config = loadConfig({
      MIRPS_SECRET_FILE: file('secret', `${secret}\n`),
      DATABASE_URL_FILE: file('database', DATABASE_URL),
      SMTP_URL_FILE: file('smtp', 'smtp://user:pass@localhost:25\n'),
    });
    expect(config.secret).toBe(secret);
    expect(config.databaseUrl).toBe(DATABASE_URL);
    expect(config.SMTP_URL).toBe('smtp://user:pass@localhost:25');
  });

  it('are refused when the file says nothing, is missing, or the variable is there too', () => {
    const wrong = (environment: NodeJS.ProcessEnv) => () =>
      loadConfig({ DATABASE_URL, MIRPS_SECRET: strong(), ...environment });
    expect(wrong({ SMTP_URL_FILE: file('empty', '\n') })).toThrow(/SMTP_URL_FILE names .*empty/);
    expect(wrong({ SMTP_URL_FILE: join(folder, 'none') })).toThrow(
      /SMTP_URL_FILE .* cannot be read \(ENOENT\)/,
    );
    expect(wrong({ MIRPS_SECRET_FILE: file('two', strong()) })).toThrow(
      /set MIRPS_SECRET or MIRPS_SECRET_FILE/,
    );
    expect(wrong({ SMTP_URL_FILE: join(folder, 'none') })).toThrow(ConfigError);
  });
});
