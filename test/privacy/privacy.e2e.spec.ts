import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Stack, startStack } from '../harness/index.js';
import { OIDC_CLIENT, oidcServer, type OidcServer } from '../harness/oidc.js';
import { type SmtpSink, smtpSink } from '../harness/smtp.js';
import { Recorder, watchJobs } from './recorder.js';
import { SOMEBODY, walk } from './walk.js';

jest.setTimeout(120_000);

const PUBLIC_URL = 'http://tracker.example.org';

/** The walk came so far; each of these went well at least once. */
const WALKED = [
  'POST /api/invitations',
  'POST /api/auth/links/use',
  'POST /api/auth/sign-in/email',
  'PUT /api/me/second-factor/totp',
  'POST /api/auth/second-factor',
  'POST /api/me/email',
  'POST /api/me/tokens',
  'GET /api/updates',
  'POST /api/updates',
  'PUT /api/updates/ID',
  'POST /api/updates/ID/submit',
  'POST /api/updates/ID/return',
  'GET /api/auth/callback/mx-sre',
  'PUT /api/me/reminders',
  'GET /api/me/export',
  'POST /api/users/ID/erase',
];

describe('what people do leaves nothing of them', () => {
  let stack: Stack;
  let sink: SmtpSink;
  let oidc: OidcServer;
  let folder: string;
  let markers: Map<string, string>;
  let recorder: Recorder;
  let jobs: { of: string; body: string }[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mirps-privacy-'));
    sink = await smtpSink((address) =>
      address === 'focal.comar.mx@mirps.example'
        ? { code: 550, message: `No such user here: ${address}` }
        : undefined,
    );
    oidc = await oidcServer(`${PUBLIC_URL}/api/auth/callback/mx-sre`);
    const provider = {
      id: 'mx-sre',
      name: { en: 'Foreign Ministry', es: 'Secretaría de Relaciones Exteriores' },
      stateCode: 'MX',
      issuer: oidc.issuer,
      clientId: OIDC_CLIENT.id,
      clientSecretVariable: 'TEST_OIDC_SECRET',
      emailDomains: ['sre.example'],
      roles: { 'mirps-focal': { role: 'focal_point' } },
    };
    writeFileSync(join(folder, 'oidc.json'), JSON.stringify([provider]));
    stack = await startStack({
      smtpUrl: sink.url,
      logFile: join(folder, 'log'),
      env: {
        LOG_LEVEL: 'trace',
        TRUST_PROXY: 'on',
        PUBLIC_URL,
        MIRPS_OIDC_FILE: join(folder, 'oidc.json'),
        TEST_OIDC_SECRET: OIDC_CLIENT.secret,
      },
    });
    const written = await watchJobs(stack);
    const people = await stack.sql<{ name: string; email: string }>('SELECT name, email FROM auth_users');
    recorder = new Recorder(stack, { 'x-forwarded-for': SOMEBODY.ip, 'user-agent': SOMEBODY.agent });
    const secrets = await walk(stack, { ask: (...asked) => recorder.ask(...asked) }, sink, oidc);
    jobs = await written();
    markers = new Map([
      ...people.flatMap(({ name, email }): [string, string][] => [
        [name, 'name of a person of the demo'],
        [email, 'address of a person of the demo'],
      ]),
      ...Object.entries(SOMEBODY).map(([what, text]): [string, string] => [text, what]),
      ['quispemarca', 'part of a name'],
      [OIDC_CLIENT.secret, 'secret of a client'],
      ...secrets,
    ]);
  });
  afterAll(async () => {
    await stack.stop();
    await sink.close();
    await oidc.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What stands in a text that should not, with what stands around it. */
  function found(texts: { of: string; body: string }[]): string[] {
    const finds = texts.flatMap(({ of, body }) => {
      const small = body.toLowerCase();
      return [...markers].flatMap(([marker, what]) => {
        const at = small.indexOf(marker.toLowerCase());
        return at < 0 ? [] : [`${of}: ${what} in …${body.slice(Math.max(0, at - 120), at + 80)}…`];
      });
    });
    return [...new Set(finds)];
  }

  it('although they did all of it, and it would be found', async () => {
    expect(WALKED.filter((request) => !recorder.done.has(request))).toEqual([]);
    const mails = (await sink.mails()).map(({ text = '', to }) => ({
      of: 'mail',
      body: JSON.stringify(to) + text,
    }));
    for (const what of ['link', 'name', 'address', 'next', 'address of a person of the demo'])
      expect(found(mails).filter((find) => find.startsWith(`mail: ${what} in`))).not.toEqual([]);
  });

  it('in the logs of API and worker, however much they tell', () => {
    const lines = readFileSync(join(folder, 'log'), 'utf8').split('\n');
    expect(lines.length).toBeGreaterThan(50);
    expect(found(lines.map((body) => ({ of: 'log', body })))).toEqual([]);
    // They do tell what was refused, and what failed.
    for (const told of [
      '"event":"refused","code":"unauthenticated"',
      '"code":"forbidden"',
      '"msg":"request failed"',
      'a job failed',
    ])
      expect(lines.filter((line) => line.includes(told))).not.toEqual([]);
  });

  it('and each line of the logs tells when, in UTC, where from and about which request, whatever was sent', async () => {
    const split = 'x\n{"level":60,"msg":"made up"}';
    await recorder.ask('POST', '/api/auth/sign-in/email', { email: split, password: split });
    await recorder.ask('GET', `/api/users?q=${encodeURIComponent(split)}`, undefined, {
      cookie: 'mirps.session_token=x',
    });
    const lines = readFileSync(join(folder, 'log'), 'utf8').trimEnd().split('\n');
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const line of told)
      expect(line).toMatchObject({
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        part: expect.stringMatching(/^(api|worker|sign-in)$/),
        level: expect.any(Number),
      });
    expect(told.filter(({ msg }) => msg === 'made up')).toEqual([]);
    for (const line of told.filter(({ event }) => event === 'refused'))
      expect(line).toMatchObject({
        requestId: expect.stringMatching(/^[\w.-]{1,64}$/),
        method: expect.any(String),
        route: expect.stringMatching(/^\//),
        code: expect.any(String),
      });
    const actions = await stack.sql<{ action: string }>('SELECT DISTINCT action FROM audit_entries');
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.sign_in', 'account.reset_password', 'role.grant', 'update.return']),
    );
  });

  it('in the metrics', async () => {
    const body = await (await stack.stranger.request('GET', '/metrics')).text();
    expect(body).toContain('http_request_seconds');
    expect(found([{ of: '/metrics', body }])).toEqual([]);
  });

  it('in jobs and in news that wait for them', () => {
    const kinds = new Set(jobs.map(({ of }) => of));
    expect(kinds).toContain('public.outbox');
    expect([...kinds].some((kind) => kind.startsWith('bullmq.'))).toBe(true);
    expect(found(jobs)).toEqual([]);
  });

  it('in what served nobody but them, once they are erased', async () => {
    const [left] = await stack.sql(`
      SELECT (SELECT count(*)::int FROM auth_users WHERE erased_at IS NOT NULL) AS erased,
             (SELECT count(*)::int FROM notifications n JOIN auth_users u ON u.id = n.user_id WHERE u.erased_at IS NOT NULL) AS notifications,
             (SELECT count(*)::int FROM reminder_settings s JOIN auth_users u ON u.id = s.user_id WHERE u.erased_at IS NOT NULL) AS settings`);
    expect(left).toEqual({ erased: 1, notifications: 0, settings: 0 });
  });

  it('in what refusals say', () => {
    expect(recorder.refusals.length).toBeGreaterThan(20);
    expect(found(recorder.refusals)).toEqual([]);
  });
});
