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

    await page.getByRole('button', { name: 'Add: Contributions' }).click();
    await fill('Key', 'SP-ES-2026');
    await fill('Contributor in English', 'Spain');
    await fill('Contributor in Spanish', 'España');
    await fill('Amount', '1.500,50');
    await fill('Currency', 'USD');
    await fill('Commitment', 'MX-01');
    await field(page, 'State').selectOption({ label: 'Guatemala' });
    await fill('Sources', 'A letter of 2026');
    await save.click();
    await field(page, 'Year').and(wrong(page)).waitFor();
    await dialog(page).getByText('is required', { exact: true }).waitFor();
    await field(page, 'Amount').and(wrong(page)).waitFor();
    await fill('Year', '2026');
    await fill('Amount', '1500.50');
    await save.click();
    await field(page, 'State').and(wrong(page)).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await field(page, 'State').selectOption({ index: 0 });
    let answers = 0;
    await page.route('**/api/quantification/contributions', async (route) => {
      const response = await route.fetch();
      answers += 1;
      await (answers === 1 ? route.abort('connectionreset') : route.fulfill({ response }));
    });
    await save.click();
    await dialog(page).getByText('nothing is entered twice').waitFor();
    await save.click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('USD 1,500.50').first().waitFor();
    await page.getByRole('button', { name: 'Add: Contributions' }).click();
    for (const [label, value] of Object.entries({
      Key: 'SP-ES-2026',
      Year: '2026',
      Amount: '1.00',
      Currency: 'USD',
    }))
      await fill(label, value);
    for (const label of ['Contributor in English', 'Contributor in Spanish', 'Sources'])
      await fill(label, 'Another');
    await save.click();
    await field(page, 'Key').and(wrong(page)).waitFor();
    await dialog(page).getByText('is there already; choose another').waitFor();
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await page.context().close();
  });

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
  });
});
