import { DEMO_PASSWORD, eventually, type Stack } from '../harness/index.js';
import type { OidcServer } from '../harness/oidc.js';
import type { SmtpSink } from '../harness/smtp.js';
import { codeOf } from '../harness/totp.js';
import { FACTS } from '../e2e/reporting.js';
import type { Recorder } from './recorder.js';

/** Whom everything is about: nothing else in the product sounds like it. */
export const SOMEBODY = {
  name: 'Zunilda Quispemarca',
  address: 'zunilda@quispemarca.example',
  next: 'zq@otramarca.example',
  password: 'girasol tranvia ceniza buho',
  second: 'molino tranvia violeta erizo',
  wrong: 'naufragio equivocado del buho',
  ip: '203.0.113.77',
  agent: 'Quispemarca-Navegador/7',
};

/** A secret that came up on the way, with what it is. */
export type Secrets = Map<string, string>;

/** Goes once through what people do here, right and wrong. @returns the secrets that it met */
export async function walk(
  stack: Stack,
  { ask }: Pick<Recorder, 'ask'>,
  sink: SmtpSink,
  oidc: OidcServer,
): Promise<Secrets> {
  const secrets: Secrets = new Map();
  const { name, address, next, password, second, wrong } = SOMEBODY;
  const keep = (what: string, cookie: string): string => {
    const token = decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? '');
    if (token) secrets.set(token.split('.')[0] ?? token, what);
    return cookie;
  };
  const signIn = async (email: string, word: string): Promise<string> =>
    keep('session', (await ask('POST', '/api/auth/sign-in/email', { email, password: word })).cookie);
  /** The token of the newest link to an address; not one that came up before. */
  const linkTo = (to: string): Promise<string> =>
    eventually(`a link to ${to}`, async () => {
      const mails = (await sink.mails()).filter(({ to: all }) => all?.some((each) => each.address === to));
      const tokens = mails.flatMap(({ text }) => /\/link#(\S+)/.exec(text ?? '')?.[1] ?? []);
      const token = tokens.find((each) => !secrets.has(each));
      if (token) secrets.set(token, 'link');
      return token;
    });
  const use = (token: string, word?: string) => ask('POST', '/api/auth/links/use', { token, password: word });
  const me = (cookie: string) => ({ cookie });

  const root = me(await signIn('admin@mirps.example', DEMO_PASSWORD));
  const coordinator = me(await signIn('coordinator.mx@mirps.example', DEMO_PASSWORD));
  const invitation = {
    name,
    email: address,
    lang: 'es',
    roles: [{ role: 'national_coordinator', stateCode: 'MX' }],
  };
  const { id } = (await ask('POST', '/api/invitations', invitation, root)).body as { id: string };
  await ask('POST', '/api/invitations', invitation, root);
  await ask('POST', '/api/invitations', { ...invitation, email: `${address} x` }, root);
  await ask('POST', '/api/users', { ...invitation, password: second, roles: [{ role: name }] }, root);
  const invited = await linkTo(address);
  await ask('POST', '/api/auth/links/look', { token: invited });
  await use(invited, `${name} ${address}`.slice(0, 120));
  await use(invited, password);
  await use(invited, password);

  for (const [email, word] of [
    [address, wrong],
    [`nadie-${address}`, wrong],
    [name, wrong],
  ] as const)
    await ask('POST', '/api/auth/sign-in/email', { email, password: word });
  await ask('POST', '/api/auth/sign-in/email', `{"email":"${address}","password":"${wrong}`);
  await ask('POST', '/api/auth/sign-in/email', { email: { [address]: wrong }, password: [wrong] });
  await ask('GET', `/api/users?role=${encodeURIComponent(name)}&q=${address}`, undefined, root);
  await ask('GET', `/api/users/${encodeURIComponent(address)}`, undefined, root);
  await ask('GET', `/api/${encodeURIComponent(address)}`, undefined, root);
  await ask('POST', '/api/auth/links/use', { token: `${invited}x` });

  await ask('POST', '/api/auth/links', { email: address, purpose: 'sign_in' });
  await ask('POST', '/api/auth/links', { email: `nadie-${address}`, purpose: 'sign_in' });
  keep('session of a link', (await use(await linkTo(address))).cookie);
  await ask('POST', '/api/auth/links', { email: address, purpose: 'password_reset' });
  await use(await linkTo(address), second);

  const first = me(await signIn(address, second));
  const key = (await ask('POST', '/api/me/second-factor/totp', {}, first)).body as { secret: string };
  secrets.set(key.secret, 'secret of the app');
  await ask('PUT', '/api/me/second-factor/totp', { code: '000000' }, first);
  const enrolled = await ask('PUT', '/api/me/second-factor/totp', { code: codeOf(key.secret, -1) }, first);
  for (const code of enrolled.body['codes'] as string[]) secrets.set(code, 'recovery code');
  const half = me(await signIn(address, second));
  await ask('POST', '/api/auth/second-factor', { code: '123456' }, half);
  const shown = await ask('POST', '/api/auth/second-factor', { code: codeOf(key.secret) }, half);
  const self = me(keep('strong session', shown.cookie));

  await ask('PUT', '/api/me/password', { currentPassword: wrong, newPassword: password }, self);
  await ask('POST', '/api/me/email', { email: `${next} x` }, self);
  await ask('POST', '/api/me/email', { email: next }, self);
  await use(await linkTo(address));
  await use(await linkTo(next));

  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const wish = { name: `${name}, script`, permissions: ['update.read'], expiresAt: soon };
  const { token } = (await ask('POST', '/api/me/tokens', wish, self)).body as { token: string };
  secrets.set(token, 'API token');
  for (const each of [token, `${token.slice(0, -1)}_`])
    await ask('GET', '/api/updates?limit=1', undefined, { authorization: `Bearer ${each}` });
  await ask('GET', '/api/users', undefined, { authorization: `Bearer ${token}` });

  await report(stack, { ask }, self, coordinator, name);
  const [cycle] = await stack.sql<{ due: string }>(
    `SELECT due_on::text AS due FROM cycles WHERE state = 'open'`,
  );
  const asOf = new Date(new Date(`${cycle?.due}T18:00:00Z`).getTime() + 3 * 86_400_000).toISOString();
  const before = sink.raw.length;
  await stack.mirps(['remind', '--as-of', asOf]);
  await eventually('reminders', () => sink.raw.length >= before + 5);

  await comeFromProvider({ ask }, oidc, secrets);
  await failInside(stack, { ask }, root);
  await ask(
    'PUT',
    '/api/me/reminders',
    { stopped: false, lang: 'es', quietWeekdays: ['sunday'], quietRanges: [] },
    { ...self, 'if-match': '"0"' },
  );
  await ask('GET', '/api/me/export', undefined, self);
  await ask('POST', `/api/users/${id}/erase`, { email: address, reason: 'wrong address' }, root);
  await ask('POST', `/api/users/${id}/erase`, { email: next, reason: 'asked for it' }, root);
  await ask('GET', '/api/me', undefined, self);
  return secrets;
}

/** An update that is written, wrong at first, handed in and returned with a reason that names somebody. */
async function report(
  stack: Stack,
  { ask }: Pick<Recorder, 'ask'>,
  self: Record<string, string>,
  coordinator: Record<string, string>,
  name: string,
): Promise<void> {
  const [owed] = await stack.sql<{ id: string; key: string }>(
    `SELECT co.id, c.key FROM commitments co, cycles c WHERE co.state_code = 'MX' AND c.state = 'open'
        AND NOT EXISTS (SELECT FROM updates u WHERE u.commitment_id = co.id AND u.cycle_id = c.id) ORDER BY co.code LIMIT 1`,
  );
  const begun = { commitmentId: owed?.id, cycleKey: owed?.key };
  const { id } = (await ask('POST', '/api/updates', begun, self)).body as { id: string };
  const content = {
    stage: 'in_progress',
    outlook: 'on_track',
    percent: 10,
    narrativeEn: `As ${name} says.`,
    narrativeEs: `Como dice ${name}.`,
    facts: FACTS.slice(0, 1),
    evidence: [{ titleEn: name, kind: 'link', url: 'https://www.gob.mx/comar' }],
    milestones: [],
  };
  const match = (version: number) => ({ ...self, 'if-match': `"${version}"` });
  await ask('PUT', `/api/updates/${id}`, { ...content, stage: name, percent: name }, match(1));
  await ask('PUT', `/api/updates/${id}`, content, match(1));
  await ask('PUT', `/api/updates/${id}`, content, match(1));
  await ask('POST', `/api/updates/${id}/submit`, {}, self);
  await ask('POST', `/api/updates/${id}/approve`, {}, self);
  await ask('POST', `/api/updates/${id}/return`, { reason: `Ask ${name} again.` }, coordinator);
  await ask('POST', `/api/updates/${id}/return`, { reason: `Ask ${name} once more.` }, coordinator);
}

/** With the account at a government's provider, first refused, then let in. */
async function comeFromProvider(
  { ask }: Pick<Recorder, 'ask'>,
  oidc: OidcServer,
  secrets: Secrets,
): Promise<void> {
  const { name } = SOMEBODY;
  for (const verified of [false, true]) {
    const sub = `oidc-quispemarca-${verified}`;
    const claims = { email: `${sub}@sre.example`, email_verified: verified, name, groups: ['mirps-focal'] };
    oidc.people.set(sub, { sub, ...claims });
    const begun = await ask('POST', '/api/auth/sign-in/provider', { provider: 'mx-sre' });
    const back = new URL(await oidc.visit(String(begun.body['url']), sub));
    for (const [what, value] of back.searchParams) if (what !== 'iss') secrets.set(value, `OIDC ${what}`);
    const { cookie } = begun;
    await ask('GET', `${back.pathname}${back.search}`, undefined, { cookie });
    await ask('GET', `${back.pathname}${back.search}`, undefined, { cookie });
  }
}

/** The database refuses a row with a person in it, which nobody foresaw. */
async function failInside(
  stack: Stack,
  { ask }: Pick<Recorder, 'ask'>,
  root: Record<string, string>,
): Promise<void> {
  await stack.sql(
    `ALTER TABLE auth_users ADD CONSTRAINT unforeseen CHECK (email NOT LIKE 'rota@%') NOT VALID`,
  );
  const { name, password } = SOMEBODY;
  await ask('POST', '/api/users', { name, email: 'rota@quispemarca.example', password, roles: [] }, root);
  await stack.sql('ALTER TABLE auth_users DROP CONSTRAINT unforeseen');
}
