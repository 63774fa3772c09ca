import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

const WORDS = {
  en: { start: 'Take the tour', next: 'Next', finish: 'Finish', resume: 'Go on with the tour' },
  es: {
    start: 'Hacer el recorrido',
    next: 'Siguiente',
    finish: 'Terminar',
    resume: 'Seguir con el recorrido',
  },
};

/** Everybody's tour, and how many of its steps have something to show in the demo. */
const TOURS = [
  { as: 'focal.comar.mx', lang: 'es', size: 'narrow', steps: 7 },
  { as: 'coordinator.mx', lang: 'en', size: 'desktop', steps: 6 },
  { as: 'presidency.sv', lang: 'es', size: 'desktop', steps: 6 },
  { as: 'secretariat.unhcr', lang: 'en', size: 'narrow', steps: 6 },
  { as: 'team.ra', lang: 'es', size: 'desktop', steps: 5 },
  { as: 'admin', lang: 'en', size: 'desktop', steps: 5 },
  { as: 'platform.co', lang: 'es', size: 'desktop', steps: 5 },
] as const;

/** Waits until a step points at something and has the focus. */
async function pointed(page: Page, step: string): Promise<void> {
  await page.locator(`[data-step=${step}][data-found]`).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[data-step]') !== null);
}

const stepOf = async (page: Page): Promise<string> =>
  (await page.locator('[data-step][data-found]').getAttribute('data-step')) ?? '';

describe('The tour on the demo', () => {
  it.each(TOURS)(
    'leads $as through real pages to its end by the keyboard: $lang, $size',
    async ({ as, lang, size, steps }) => {
      const words = WORDS[lang];
      const page = await visit(browser, stack.url, { as, lang, size });
      await go(page, '/');
      await page.getByRole('button', { name: words.start, exact: true }).press('Enter');
      const seen: string[] = [];
      for (;;) {
        await page.locator('[data-step][data-found]').waitFor();
        const step = await stepOf(page);
        await pointed(page, step);
        seen.push(step);
        if (seen.length === 2) {
          await picture(page, `tour-${as}`);
          expect(await accessibilityProblems(page)).toEqual([]);
          expect(await overflow(page)).toBe(0);
        }
        const next = page.getByRole('dialog').getByRole('button', { name: words.next, exact: true });
        if ((await next.count()) === 0) break;
        await next.press('Enter');
        await page.locator(`[data-step=${step}]`).waitFor({ state: 'detached' });
      }
      expect(new Set(seen).size).toBe(steps);
      await page.getByRole('button', { name: words.finish, exact: true }).press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await go(page, '/');
      expect(await page.getByRole('button', { name: words.start, exact: true }).count()).toBe(0);
      await page.context().close();
    },
  );

  it('can be left and taken up again, and comes back after the page was loaded anew', async () => {
    const page = await visit(browser, stack.url, { as: 'admin', lang: 'es' });
    await go(page, '/');
    await page.getByRole('button', { name: WORDS.es.start }).click();
    await pointed(page, 'cycles');
    await page.getByRole('button', { name: WORDS.es.next, exact: true }).click();
    await pointed(page, 'people');
    await page.reload();
    await pointed(page, 'people');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await go(page, '/');
    await page.getByRole('button', { name: WORDS.es.resume }).click();
    await pointed(page, 'people');
    await page.context().close();
  });
});
