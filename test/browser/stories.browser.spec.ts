import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Stack, startStack } from '../harness/index.js';
import { accessibilityProblems, go, openBrowser, picture, visit } from './browser.js';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack({ workers: 0 });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('A story in the browser', () => {
  it('is published with consent only, and gone for everybody once it is taken back', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en' });
    await go(page, '/stories/new');
    await page.getByLabel('State', { exact: true }).selectOption('MX');
    await page.getByLabel(/^Year/).fill('2024');
    await page.getByLabel(/^Title in English/).fill('A studio of her own');
    await page.getByLabel(/^Title in Spanish/).fill('Un estudio propio');
    await page.getByLabel(/^Text in English/).fill('She opened a studio.');
    await page.getByLabel(/^Text in Spanish/).fill('Abrió un estudio.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'A studio of her own' }).waitFor();
    const story = new URL(page.url()).pathname;

    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Without the person’s recorded consent').waitFor();
    await picture(page, 'story-refused-en');
    expect(await accessibilityProblems(page)).toEqual([]);
    const seenBy = async () => (await stack.stranger.ask('GET', `/api${story}`)).status;
    expect(await seenBy()).toBe(404);

    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Consent given on').fill('2024-06-01');
    await page.getByLabel('Where the consent is kept').fill('Folder 12');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    expect(await seenBy()).toBe(200);

    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('button', { name: 'Publish' }).waitFor();
    expect(await seenBy()).toBe(404);
    await page.context().close();
  }, 90_000);
});
