import { describe, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { go, picture, visit } from './browser.js';
import { FOCAL_POINT, form, fresh, goOnIn, page } from './focal-point.js';
import { browser, stack } from './product.js';

describe('A focal point with a phone', () => {
  it('writes and submits with the keyboard alone, in English', async () => {
    const item = fresh();
    await page.context().close();
    goOnIn(await visit(browser, stack.url, { as: FOCAL_POINT, lang: 'en', size: 'phone' }));
    await go(page, form(item));
    await tabTo(page, page.getByLabel('Not started'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByLabel('On track'));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByLabel('Percent done'));
    await page.keyboard.type('40');
    await tabTo(page, page.getByLabel('What happened, English'));
    await page.keyboard.type('Written without a mouse.');
    await tabTo(page, page.getByRole('button', { name: 'Preview' }));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Written without a mouse.').waitFor();
    await picture(page, 'preview-en');
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('button', { name: 'Submit for review' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/my-updates$/);
    await page.getByText(`${item.code} submitted for review.`).waitFor();
  });
});

/** Moves the focus forward with the Tab key until it is there. */
async function tabTo(on: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await on.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${target.toString()}`);
}
