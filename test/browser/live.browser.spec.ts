import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Client, type Stack, startStack } from '../harness/index.js';
import { accessibilityProblems, go, openBrowser, overflow, picture, visit } from './browser.js';

const WORDS = {
  en: {
    title: 'Notifications',
    bell: (count: number) => `Notifications, ${count} unread`,
    question: 'There is a question about the contribution of Guatemala',
    readAll: 'Mark all as read',
    none: /nothing that you have to know/,
    burst: '3 commitments were given to you',
    one: /^You report on GT-/,
  },
  es: {
    title: 'Avisos',
    bell: (count: number) => `Avisos, ${count} sin leer`,
    question: 'Hay una pregunta sobre el aporte de Guatemala',
    readAll: 'Marcar todos como leídos',
    none: /No hay nada que deba saber/,
    burst: 'Se le asignaron 3 compromisos',
    one: /^Desde ahora usted informa sobre GT-/,
  },
};

describe('Notifications and reminders', () => {
  let stack: Stack;
  let browser: Browser;
  let presidency: Client;
  let cycle = '';

  beforeAll(async () => {
    stack = await startStack();
    browser = await openBrowser();
    presidency = await stack.signIn('presidency.sv@mirps.example');
    const [open] = await stack.sql<{ key: string }>(
      `SELECT c.key FROM cycles c JOIN state_submissions s ON s.cycle_id = c.id AND s.state_code = 'GT' WHERE c.state IN ('open', 'in_review') LIMIT 1`,
    );
    cycle = String(open?.key);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const ask = (text: string): Promise<unknown> =>
    presidency.json('POST', `/api/cycles/${cycle}/submissions/GT/messages`, { kind: 'question', text });
  const streamsOf = (context: BrowserContext): string[] => {
    const opened: string[] = [];
    context.on('response', (answer) => {
      if (answer.url().endsWith('/api/events')) opened.push(String(answer.status()));
    });
    return opened;
  };
  const live = (page: Page): Promise<unknown> =>
    page.waitForResponse((answer) => answer.url().endsWith('/api/events') && answer.ok());

  it.each([
    { lang: 'es', size: 'narrow' },
    { lang: 'en', size: 'desktop' },
  ] as const)(
    'in $lang: an open page shows what comes meanwhile, by one stream for all pages of the browser, and leads to it',
    async ({ lang, size }) => {
      const words = WORDS[lang];
      await stack.sql('DELETE FROM notifications');
      const page = await visit(browser, stack.url, { as: 'coordinator.gt', lang, size });
      const streams = streamsOf(page.context());
      const opened = live(page);
      await go(page, '/notifications');
      await page.getByText(words.none).waitFor();
      await opened;
      const other = await page.context().newPage();
      await go(other, '/account');
      await other.getByRole('link', { name: words.bell(0) }).waitFor();

      await ask('Since when does the centre work?');
      for (const each of [page, other]) await each.getByRole('link', { name: words.bell(1) }).waitFor();
      const item = page.getByRole('link', { name: words.question });
      await item.waitFor();
      expect(streams).toEqual(['200']);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await picture(page, `notifications-${lang}`);

      // Another page of the same browser hears when it was read, and takes the stream over when this one closes.
      await item.click();
      await page.waitForURL(`**/cycles/${cycle}`);
      await other.getByRole('link', { name: words.bell(0) }).waitFor();
      const again = live(other);
      await page.close();
      await again;
      await go(other, '/notifications');
      await ask('And how many people did it receive?');
      await other.getByRole('link', { name: words.bell(1) }).waitFor();
      await other.getByRole('button', { name: words.readAll }).click();
      await other.getByRole('link', { name: words.bell(0) }).waitFor();
      await other.getByRole('button', { name: words.readAll }).waitFor({ state: 'detached' });

      // What came in a burst is one line, and read as one.
      await stack.sql(
        `INSERT INTO notifications (id, user_id, kind, about, path, source, bundle, created_at)
         SELECT gen_random_uuid(), u.id, 'focal_point_named', jsonb_build_object('code', c.code), '/commitments/' || c.id, c.code, 'burst', now()
           FROM auth_users u, (SELECT id, code FROM commitments WHERE state_code = 'GT' ORDER BY code LIMIT 3) c
          WHERE u.email = 'coordinator.gt@mirps.example'`,
      );
      await other.reload();
      await other.getByRole('link', { name: words.bell(1) }).waitFor();
      await other.getByText(words.burst).click();
      expect(await other.getByRole('link', { name: words.one }).count()).toBe(3);
      await other.getByRole('link', { name: words.bell(0) }).waitFor();
      expect([await accessibilityProblems(other), await overflow(other)]).toEqual([[], 0]);
      await picture(other, `notifications-burst-${lang}`);
      await other.context().close();
    },
  );

  it.each([
    {
      lang: 'es',
      size: 'narrow',
      words: ['Mis recordatorios', 'Sábado', 'Guardar', 'Guardado.', 'Deshacer lo guardado'],
    },
    {
      lang: 'en',
      size: 'desktop',
      words: ['My reminders', 'Saturday', 'Save', 'Saved.', 'Undo the last save'],
    },
  ] as const)(
    'in $lang: a person keeps days without reminders, and takes them back',
    async ({ lang, size, words: [title, saturday, save, saved, undo] }) => {
      await stack.sql('DELETE FROM reminder_settings');
      const page = await visit(browser, stack.url, { as: 'focal.comar.mx', lang, size });
      await go(page, '/account');
      await page.getByRole('main').getByRole('link', { name: title }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByLabel(saturday).check();
      await page.getByRole('button', { name: save, exact: true }).click();
      await page.getByText(saved).waitFor();
      await page.getByRole('button', { name: undo }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await picture(page, `my-reminders-${lang}`);
      const kept = () => stack.sql('SELECT quiet_weekdays AS days, version FROM reminder_settings');
      expect(await kept()).toEqual([{ days: [6], version: 1 }]);
      await page.getByRole('button', { name: undo }).click();
      await page.getByRole('button', { name: undo }).waitFor({ state: 'detached' });
      expect(await page.getByLabel(saturday).isChecked()).toBe(false);
      expect(await kept()).toEqual([{ days: [], version: 2 }]);
      await page.context().close();
    },
  );

  it('asks by itself where the stream is refused', async () => {
    await stack.sql('DELETE FROM notifications');
    const page = await visit(browser, stack.url, { as: 'coordinator.gt', lang: 'en' });
    await page.clock.install();
    await page.route('**/api/events', (route) => route.fulfill({ status: 503, body: '' }));
    const refused = page.waitForResponse('**/api/events');
    await go(page, '/account');
    await page.clock.runFor(5_000);
    await refused;
    await page.getByRole('link', { name: WORDS.en.bell(0) }).waitFor();
    await ask('Who runs it?');
    for (let minute = 0; minute < 10; minute += 1) {
      await page.clock.runFor(61_000);
      if (await page.getByRole('link', { name: WORDS.en.bell(1) }).isVisible()) break;
    }
    await page.getByRole('link', { name: WORDS.en.bell(1) }).waitFor();
    await page.context().close();
  });
});
