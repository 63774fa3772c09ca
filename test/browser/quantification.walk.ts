import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

const region = (page: Page) => page.getByRole('row', { name: /^Region/ });
const dialog = (page: Page) => page.getByRole('dialog');
/** A field of the dialog by its whole label, with or without the mark of what is needed. */
const field = (page: Page, label: string) => dialog(page).getByLabel(new RegExp(`^${label}\\s*\\*?$`));
const wrong = (page: Page) => page.locator('[aria-invalid="true"]');

describe('Quantification in the browser', () => {
  it('takes a need and a rate, shows wrong input at its field, and changes the gap', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'en' });
    await go(page, '/quantification?year=2026');
    await page.getByText('That is not a gap of zero').waitFor();
    await page.getByRole('button', { name: 'Add: Needs' }).click();
    const fill = (label: string, value: string) => field(page, label).fill(value);
    await fill('Commitment', 'MX-99');
    await fill('Year', '2026');
    await fill('Currency', 'MXN');
    await fill('Own resources', '1,000');
    await fill('Cooperation sought', '50000.00');
    await fill('Sources', 'A costing of 2026');
    const save = dialog(page).getByRole('button', { name: 'Save' });
    await save.click();
    await field(page, 'Own resources').and(wrong(page)).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await fill('Own resources', '1000.00');
    await save.click();
    await field(page, 'Commitment').and(wrong(page)).waitFor();
    await fill('Commitment', 'MX-01');
    await save.click();
    await dialog(page).waitFor({ state: 'detached' });
    await region(page).getByText('1 amount in MXN is not included: no rate').waitFor();

    await page.getByRole('button', { name: 'Add: Stated exchange rates' }).click();
    await fill('One unit of', 'MXN');
    await fill('is worth in', 'USD');
    await fill('Rate', '0.05');
    await fill('Rate of', '2026-01-31');
    await fill('Source', 'A bank');
    await save.click();
    await dialog(page).waitFor({ state: 'detached' });
    await region(page).getByText('USD 2,500').first().waitFor();
    expect(await region(page).getByText('not included').count()).toBe(0);
    await picture(page, 'quantification-en');
    await page.context().close();
  }, 120_000);

  it('is readable in Spanish on a narrow screen, as partners’ figures are', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'es', size: 'narrow' });
    for (const [name, path] of [
      ['quantification', '/quantification?year=2026'],
      ['partners', '/partners'],
    ] as const) {
      await go(page, path);
      await picture(page, `${name}-es`);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await page.getByRole('link', { name: 'ACNUR en México, 2024' }).click();
    await page.getByText('más de 78,900 solicitudes').waitFor();
    await picture(page, 'partner-sheet-es');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  }, 120_000);
});
