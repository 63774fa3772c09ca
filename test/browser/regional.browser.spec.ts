import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Stack, startStack } from '../harness/index.js';
import { accessibilityProblems, go, openBrowser, overflow, picture, visit } from './browser.js';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('The regional plan in the browser', () => {
  it('lets the Secretariat change a focus area with the commitments that it names', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'en' });
    await go(page, '/regional-plan?year=2024');
    const plan = page.getByRole('region', { name: 'Regional Action Plan 2024' });
    await plan.getByRole('button', { name: 'Edit' }).click();
    const areas = page.getByRole('textbox', { name: 'Focus areas' });
    await areas.fill('Peer learning of the teams | Aprendizaje entre pares | protection | MX-99');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('nothing is known under “MX-99”').first().waitFor();
    await areas.fill('Peer learning of the teams | Aprendizaje entre pares | protection | MX-01');
    await page.getByRole('button', { name: 'Save' }).click();
    await plan.getByText('Peer learning of the teams').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('tells at the field when the day of a meeting cannot be', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es' });
    await go(page, '/regional-plan?year=2024');
    await page.getByRole('button', { name: 'Editar: VII', exact: true }).click();
    const day = page.getByLabel('Fecha', { exact: true });
    await day.fill('2024-01-02');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page
      .getByText('La reunión anterior fue el 2024-01-24; esta no puede ser anterior.')
      .first()
      .waitFor();
    expect(await day.getAttribute('aria-invalid')).toBe('true');
    await picture(page, 'regional-meeting-refused');
    await day.fill('2024-12-06');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('row', { name: /VII 6 dic/ }).waitFor();
    await page.context().close();
  }, 60_000);

  it('offers no form to who only reads', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en' });
    await go(page, '/regional-plan?year=2024');
    await page.getByRole('rowheader', { name: 'VIII' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Edit|Add)/ }).count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it('is readable by everybody and on a narrow screen', async () => {
    for (const [lang, size] of [
      ['es', 'narrow'],
      ['en', 'desktop'],
    ] as const) {
      const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang, size });
      await go(page, '/regional-plan?year=2024');
      await picture(page, `regional-${lang}`);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.context().close();
    }
  }, 60_000);
});
