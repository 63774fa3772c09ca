import { expect, it } from '@jest/globals';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

it('lets a keeper add a value and prefer a source, and a coordinator link an indicator to a commitment', async () => {
  const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es' });
  await go(page, '/indicators');
  await page
    .getByRole('link', { name: /reasentamiento/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Agregar un valor' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lugar').selectOption('MX');
  await dialog.getByLabel(/^Población/).fill('refugees_and_asylum_seekers');
  await dialog.getByLabel(/^Año/).fill('2024');
  await dialog.getByLabel(/^Valor/).fill('abc');
  await dialog.getByLabel(/^Fuente/).fill('COMAR');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await dialog.locator('[aria-invalid="true"]').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'add-value-es');
  await dialog.getByLabel(/^Valor/).fill('170');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByLabel('Fuente que cuenta').first().selectOption('COMAR');
  await page.getByText('(preferida)').first().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await picture(page, 'indicator-es');
  await page.context().close();
  const mx = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'es', size: 'narrow' });
  const api = await mx.context().request.get('/api/partner-figures?limit=200');
  const items = ((await api.json()) as { items: { commitments: { id: string }[] }[] }).items;
  const id = items.flatMap((each) => each.commitments)[0]?.id ?? '';
  await go(mx, `/commitments/${id}`);
  await mx.getByLabel('Indicador que se vincula').selectOption({ index: 1 });
  await mx.getByRole('button', { name: 'Vincular' }).click();
  await mx
    .getByRole('button', { name: /^Quitar: / })
    .first()
    .waitFor();
  await picture(mx, 'commitment-links-es');
  expect(await accessibilityProblems(mx)).toEqual([]);
  expect(await overflow(mx)).toBe(0);
  await mx
    .getByRole('button', { name: /^Quitar: / })
    .first()
    .click();
  await mx
    .getByRole('button', { name: /^Quitar: / })
    .first()
    .waitFor({ state: 'detached' });
});
