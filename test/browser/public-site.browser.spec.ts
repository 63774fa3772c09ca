import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { eventually, type Stack, startStack } from '../harness/index.js';
import {
  accessibilityProblems,
  go,
  openBrowser,
  overflow,
  picture,
  policyViolations,
  visit,
} from './browser.js';

let stack: Stack;
let browser: Browser;
let otherSite: Server;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  // A site of somebody else that shows what its address names.
  otherSite = createServer((request, response) => {
    const shown = new URL(request.url ?? '/', 'http://other').searchParams.get('show') ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Other</title><h1>Other</h1><script>
      addEventListener('message', ({ data }) => { document.title = data.type + ' ' + data.height; });
    </script>${shown}`);
  });
  await new Promise<void>((resolve) => otherSite.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await browser?.close();
  otherSite?.close();
  await stack?.stop();
});

/** What a page looks like must hold before the walk goes on. */
async function look(page: Page, name: string): Promise<void> {
  // A page with a frame in it is never told to be quiet.
  if (page.frames().length === 1) await page.waitForLoadState('networkidle');
  await picture(page, name);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(policyViolations(page)).toEqual([]);
}

/** A word underlined with dots tells what it means, to the keyboard as to the finger, and leads to the glossary. */
async function askMeaning(page: Page, word: string, lang: string): Promise<void> {
  const button = page.getByRole('button', { name: word }).first();
  const meaning = page.getByRole('dialog', { name: word });
  await button.focus();
  await page.keyboard.press('Enter');
  await meaning.waitFor();
  expect(await meaning.evaluate((element) => element === document.activeElement)).toBe(true);
  await look(page, `public-meaning-${lang}`);
  await page.keyboard.press('Escape');
  await meaning.waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await button.click();
  await meaning.waitFor();
  await button.click();
  await meaning.waitFor({ state: 'detached' });
  await button.click();
  await meaning.getByRole('link').click();
  await page.waitForURL(`**/${lang}/glossary#mean_states`);
  await page.locator('#mean_states[data-named]').waitFor();
  await page.getByRole('table').waitFor();
  await look(page, `public-glossary-${lang}`);
  await page.goBack();
  await page.getByRole('table').first().waitFor();
}

interface Walk {
  lang: 'en' | 'es';
  width: number;
  state: string;
  /** A fixed word on the region's page. */
  word: string;
  /** Names of places. */
  places: Record<'pledges' | 'indicators' | 'reports' | 'data', string>;
}

const WALKS: Walk[] = [
  {
    lang: 'es',
    width: 360,
    state: 'México',
    word: 'Promedio por Estados',
    places: { pledges: 'Promesas', indicators: 'Indicadores', reports: 'Informes', data: 'Datos' },
  },
  {
    lang: 'en',
    width: 1280,
    state: 'Mexico',
    word: 'Mean over States',
    places: { pledges: 'Pledges', indicators: 'Indicators', reports: 'Reports', data: 'Data' },
  },
];

describe('A visitor without a session', () => {
  it.each(WALKS)(
    'goes from the region to a chart on a page of their own: $lang, $width px',
    async ({ lang, width, state, word, places: { pledges, indicators, reports, data } }) => {
      const page = await visit(browser, stack.url, { lang });
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/');
      await page.waitForURL(`**/${lang}/region`);
      await page.getByRole('table').first().waitFor();
      await look(page, `public-region-${lang}`);
      await askMeaning(page, word, lang);

      await page.getByRole('link', { name: state, exact: true }).first().click();
      await page.getByRole('heading', { level: 1, name: state }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/${lang}/states/MX`);
      await page.locator('#MX-04 > summary').click();
      await look(page, `public-state-${lang}`);

      await page.getByRole('navigation').getByRole('link', { name: pledges }).click();
      await page.getByRole('table').first().waitFor();
      await look(page, `public-pledges-${lang}`);
      await page
        .getByRole('button', { name: /^(Insertar|Embed): / })
        .first()
        .click();
      const line = await page.getByRole('dialog').getByRole('textbox').inputValue();
      await page.frameLocator('iframe').getByRole('heading').waitFor();
      await look(page, `public-embed-dialog-${lang}`);
      await page.keyboard.press('Escape');

      await page.getByRole('navigation').getByRole('link', { name: indicators }).click();
      await page.getByRole('table').getByRole('link').first().click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await look(page, `public-indicator-${lang}`);

      await page.getByRole('navigation').getByRole('link', { name: data, exact: true }).click();
      await page.getByText('SHA-256').first().waitFor();
      await look(page, `public-data-${lang}`);

      await eventually('a report', async () => {
        const ready = await stack.sql(
          `SELECT FROM reports WHERE state = 'done' AND lang = $1 AND format = 'html'`,
          [lang],
        );
        return ready.length > 0 && ready;
      });
      await page.getByRole('navigation').getByRole('link', { name: reports }).click();
      const file = page.locator('a[href^="/api/reports/"]').first();
      await file.waitFor();
      await look(page, `public-reports-${lang}`);
      const report = await page.context().request.get((await file.getAttribute('href')) ?? '');
      expect([report.status(), (await report.text()).includes('MIRPS')]).toEqual([200, true]);
      // As the frame of its page is on a small phone, or with large letters.
      await page.setViewportSize({ width: 210, height: 800 });
      await page.goto((await file.getAttribute('href')) ?? '');
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize({ width, height: 800 });
      expect(await page.context().cookies()).toEqual([]);

      const { port } = otherSite.address() as AddressInfo;
      await page.goto(`http://localhost:${port}/?show=${encodeURIComponent(line)}`);
      const frame = page.frameLocator('iframe');
      await frame.getByRole('heading', { level: 1 }).waitFor();
      expect(await frame.getByRole('link').getAttribute('href')).toBe(`${stack.url}/${lang}/pledges`);
      await page.waitForFunction(() => /^mirps-embed \d{3,}$/.test(document.title));
      await picture(page, `public-embedded-${lang}`);
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    },
  );

  it.each([
    { lang: 'es', width: 320, state: /^México: \d+ de 33$/, numbers: 'Ver los números' },
    { lang: 'en', width: 900, state: /^Mexico: \d+ of 33$/, numbers: 'Show the numbers' },
  ] as const)(
    'reads the map that other sites show by keys alone: $lang, $width px',
    async ({ lang, width, state, numbers }) => {
      const page = await visit(browser, stack.url, { lang });
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`/${lang}/region?show=coverage`);
      await page
        .getByRole('button', { name: /^(Insertar|Embed): .*(Estado|State)$/ })
        .first()
        .click();
      expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toContain(
        `/embed/${lang}/map?show=coverage&amp;cycle=2024-annual`,
      );
      await page.frameLocator('iframe').locator('svg.map').waitFor();
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/embed/${lang}/map?show=coverage`);
      await look(page, `public-embedded-map-${lang}`);
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      const met: string[] = [];
      for (let i = 0; i < 7; i += 1) {
        await page.keyboard.press('Tab');
        met.push(await focused());
      }
      expect(met.filter((label) => state.test(label))).toHaveLength(1);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('table').getByRole('row').count()).toBe(8);
      expect(await page.locator('details').innerText()).toContain(numbers);
      await look(page, `public-embedded-map-table-${lang}`);
      await page.context().close();
    },
  );

  it('finds the address that was shared in its language and with its filters, and on no page of another site', async () => {
    const page = await visit(browser, stack.url, { lang: 'es' });
    await go(page, '/en/region?show=coverage');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.getByRole('radio', { name: 'Coverage' }).isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Español' }).click();
    await page.waitForURL('**/es/region?show=coverage');
    expect(await page.getByRole('radio', { name: 'Cobertura' }).isChecked()).toBe(true);
    const { port } = otherSite.address() as AddressInfo;
    const whole = `<iframe src="${stack.url}/es/region"></iframe>`;
    await page.goto(`http://localhost:${port}/?show=${encodeURIComponent(whole)}`);
    await page.waitForLoadState('networkidle');
    expect(page.frames().map((frame) => frame.url())).not.toContain(`${stack.url}/es/region`);
    await page.context().close();
  });
});
