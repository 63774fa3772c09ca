import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD, eventually, type Stack, startStack } from '../harness/index.js';
import { codeOf } from '../harness/totp.js';
import { accessibilityProblems, go, openBrowser, overflow, picture, visit } from './browser.js';

const PASSWORD = 'sopa norte lápiz tren';

describe('People who sign in', () => {
  let stack: Stack;
  let browser: Browser;
  let admin: Page;
  let newcomer: Page;
  let secret = '';
  /** The page of somebody who was invited. */
  let person = '';

  beforeAll(async () => {
    stack = await startStack({ host: 'localhost', env: { MIRPS_SECOND_FACTOR: 'required' } });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const signIn = async (page: Page, email: string, password: string): Promise<void> => {
    await go(page, '/sign-in');
    await page.getByLabel('E-mail address', { exact: true }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  /** The newest link that went to an address. */
  const linkTo = (address: string): Promise<string> =>
    eventually(`a mail to ${address}`, async () => {
      const [mail] = await stack.sql<{ text: string }>(
        'SELECT text FROM mail_outbox WHERE recipient = $1 ORDER BY id DESC LIMIT 1',
        [address],
      );
      return /(\/link#\S+)/.exec(mail?.text ?? '')?.[1];
    });

  it('set a passkey up where their role needs a second factor, and sign in with it', async () => {
    admin = await visit(browser, stack.url, { lang: 'en' });
    const devTools = await admin.context().newCDPSession(admin);
    await devTools.send('WebAuthn.enable');
    await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
        ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      },
    });
    const [{ email } = { email: '' }] = await stack.sql<{ email: string }>(
      `SELECT email FROM auth_users u JOIN role_assignments r ON r.user_id = u.id WHERE r.role = 'administrator' LIMIT 1`,
    );
    await signIn(admin, email, DEMO_PASSWORD);
    await heading(admin, 'Set up a second factor');
    await picture(admin, 'enrol');
    expect(await accessibilityProblems(admin)).toEqual([]);
    await admin.getByLabel('Name of the passkey').fill('My laptop');
    await admin.getByRole('button', { name: 'Add a passkey on this device' }).click();
    await admin.getByRole('button', { name: 'Sign out' }).first().waitFor();
    await admin.getByRole('link', { name: 'My account' }).click();
    await heading(admin, 'My account');
    await admin.getByText('My laptop').waitFor();
    await admin.getByRole('button', { name: 'Sign out', exact: true }).click();
    await heading(admin, 'Sign in');
    await admin.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await admin.getByRole('link', { name: 'My account' }).waitFor();
  });

  it('are invited by mail', async () => {
    await go(admin, '/users');
    await picture(admin, 'users');
    expect(await accessibilityProblems(admin)).toEqual([]);
    await admin.getByRole('button', { name: 'Invite', exact: true }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Nora Nueva');
    await dialog.getByLabel('E-mail address').fill('nora@mirps.example');
    await dialog.getByLabel('Language').selectOption('en');
    const [first, second] = [1, 2].map((row) => dialog.getByRole('group', { name: `Role ${row}` }));
    await first?.getByLabel('Role *').selectOption('national_coordinator');
    await first?.getByLabel('State').selectOption('MX');
    await dialog.getByRole('button', { name: 'Add a role' }).click();
    await second?.getByLabel('Role *').selectOption('team_lead');
    await second?.getByLabel('Begins on').fill('2024-01-01');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await second?.getByText('is required for this role').waitFor();
    await second?.getByText('lies in the past', { exact: false }).waitFor();
    expect(await accessibilityProblems(admin)).toEqual([]);
    await picture(admin, 'invite');
    await second?.getByLabel('Technical team').selectOption({ index: 1 });
    await second?.getByLabel('Begins on').fill('2099-01-01');
    await second?.getByLabel('Last day').fill('2099-12-31');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await admin.getByText('Nora Nueva').first().waitFor();
  });

  it('are found by what stands in the address, and given and taken roles', async () => {
    await go(admin, '/users?role=national_coordinator&state=MX&access=active&factor=without&q=nora');
    expect(await admin.getByLabel('Role', { exact: true }).inputValue()).toBe('national_coordinator');
    await admin.getByRole('link', { name: 'Nora Nueva' }).click();
    await heading(admin, 'Nora Nueva');
    person = new URL(admin.url()).pathname;
    await admin.getByText('Not begun', { exact: false }).waitFor();
    await admin.getByRole('button', { name: 'Give a role' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Role').selectOption('support_platform');
    await dialog.getByRole('button', { name: 'Give a role' }).click();
    await admin.getByRole('button', { name: 'End now: Support Platform reader' }).click();
    await admin.getByText('Ended', { exact: false }).waitFor();
    await go(admin, '/users?held=ended&q=nora');
    await admin.getByRole('link', { name: 'Nora Nueva' }).waitFor();
    await admin.getByLabel('When held').selectOption('later');
    await admin.waitForURL(/held=later/);
    await admin.getByText('Regional team lead').first().waitFor();
  });

  it('choose a password, refused while it is weak, and set an authenticator app up', async () => {
    newcomer = await visit(browser, stack.url, { lang: 'en', size: 'narrow' });
    await go(newcomer, await linkTo('nora@mirps.example'));
    await heading(newcomer, 'Accept the invitation');
    expect(await accessibilityProblems(newcomer)).toEqual([]);
    await newcomer.getByLabel('New password', { exact: true }).fill('password1234');
    await newcomer.getByRole('button', { name: 'Begin' }).click();
    await newcomer.getByText('known from breaches', { exact: false }).waitFor();
    await picture(newcomer, 'invitation');
    await newcomer.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await newcomer.getByRole('button', { name: 'Begin' }).click();
    await heading(newcomer, 'Set up a second factor');
    await newcomer.getByRole('button', { name: 'Set up an authenticator app' }).click();
    secret = await newcomer.locator('code').innerText();
    await picture(newcomer, 'totp');
    expect(await accessibilityProblems(newcomer)).toEqual([]);
    expect(await overflow(newcomer)).toBe(0);
    await newcomer.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, -1));
    await newcomer.getByRole('button', { name: 'Confirm' }).click();
    await newcomer.getByText('Keep these recovery codes', { exact: false }).waitFor();
    await picture(newcomer, 'recovery-codes');
    await newcomer.getByRole('button', { name: 'I have kept them' }).click();
    await newcomer.getByRole('button', { name: 'Open the menu' }).waitFor();
  });

  it('sign out and in again with a code', async () => {
    await newcomer.getByRole('button', { name: 'Open the menu' }).click();
    await newcomer.getByRole('button', { name: 'Sign out' }).click();
    await heading(newcomer, 'Sign in');
    await signIn(newcomer, 'nora@mirps.example', PASSWORD);
    await heading(newcomer, 'Second factor');
    await picture(newcomer, 'second-factor');
    expect(await accessibilityProblems(newcomer)).toEqual([]);
    await newcomer.getByRole('textbox', { name: 'Code' }).fill('000000');
    await newcomer.getByRole('button', { name: 'Continue' }).click();
    await newcomer.getByText('is not right', { exact: false }).waitFor();
    await newcomer.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret));
    await newcomer.getByRole('button', { name: 'Continue' }).click();
    await newcomer.getByRole('button', { name: 'Open the menu' }).waitFor();
  });

  it('sign in again over the page that they write on when the session ends, with a code or a passkey', async () => {
    const again = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });
    await go(newcomer, '/account');
    await newcomer.getByRole('button', { name: 'Change the name' }).click();
    const form = newcomer.getByRole('dialog', { name: 'Change the name' });
    await form.getByLabel(/^Name/).fill('Nora Renovada');
    await newcomer.context().clearCookies();
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await again(newcomer).getByLabel('Password', { exact: true }).fill(PASSWORD);
    await again(newcomer).getByRole('button', { name: 'Sign in', exact: true }).click();
    await again(newcomer).getByRole('textbox', { name: 'Code' }).fill('000000');
    await again(newcomer).getByRole('button', { name: 'Continue' }).click();
    await again(newcomer).getByText('is not right', { exact: false }).waitFor();
    await picture(newcomer, 'session-ended-code');
    expect(await accessibilityProblems(newcomer)).toEqual([]);
    expect(await overflow(newcomer)).toBe(0);
    await again(newcomer).getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, 1));
    await again(newcomer).getByRole('button', { name: 'Continue' }).click();
    await again(newcomer).waitFor({ state: 'detached' });
    await form.waitFor({ state: 'detached' });
    await newcomer.getByRole('definition').getByText('Nora Renovada').waitFor();

    await go(admin, '/users');
    await admin.getByRole('button', { name: 'Invite', exact: true }).click();
    await admin.getByRole('dialog').getByLabel('Name').fill('Written before the end');
    await admin.context().clearCookies();
    await admin.getByRole('button', { name: 'Send the invitation' }).click();
    await again(admin).getByRole('button', { name: 'Sign in with a passkey' }).click();
    await again(admin).waitFor({ state: 'detached' });
    await admin.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    expect(await admin.getByRole('dialog').getByLabel('Name').inputValue()).toBe('Written before the end');
  });

  it('show once more that it is them before they change how they sign in, and need not begin anew', async () => {
    await stack.sql(`UPDATE auth_sessions SET proved_at = now() - interval '11 minutes'`);
    await go(newcomer, '/account');
    await newcomer.getByLabel('New e-mail address').fill('nora.nueva@mirps.example');
    await newcomer.getByRole('button', { name: 'Send the links' }).click();
    const dialog = newcomer.getByRole('dialog', { name: 'Confirm that it is you' });
    await dialog.getByLabel('Present password').fill('not the password');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByText('is not your password').waitFor();
    await picture(newcomer, 'proof');
    expect(await accessibilityProblems(newcomer)).toEqual([]);
    expect(await overflow(newcomer)).toBe(0);
    await dialog.getByLabel('Present password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    expect(await linkTo('nora.nueva@mirps.example')).toContain('/link#');

    await stack.sql(`UPDATE auth_sessions SET proved_at = now() - interval '11 minutes'`);
    await go(admin, '/account');
    await admin.getByRole('button', { name: 'Remove: My laptop' }).click();
    await admin.getByRole('button', { name: 'Use a passkey' }).click();
    await admin.getByText('this is the only one', { exact: false }).waitFor();
  });

  it.each(['en', 'es'] as const)(
    'find all of it in their language and without barriers (%s)',
    async (lang) => {
      for (const page of [admin, newcomer])
        await page.addInitScript((chosen) => localStorage.setItem('mirps.lang', chosen), lang);
      const pages: [Page, string, string][] = [
        [newcomer, '/account', 'account'],
        [admin, '/users?state=MX&role=national_coordinator', 'people'],
        [admin, person, 'person'],
      ];
      await admin.setViewportSize({ width: 320, height: 640 });
      for (const [page, path, name] of pages) {
        await go(page, path);
        await picture(page, `${name}-${lang}`);
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      }
      const front = await visit(browser, stack.url, { lang, size: 'narrow' });
      for (const path of ['/sign-in', '/ask-link?purpose=password_reset', '/link#nothing']) {
        await go(front, path);
        await picture(front, `front-${path.replace(/\W+/g, '-')}-${lang}`);
        expect(await accessibilityProblems(front)).toEqual([]);
        expect(await overflow(front)).toBe(0);
      }
      await front.context().close();
    },
  );
});
