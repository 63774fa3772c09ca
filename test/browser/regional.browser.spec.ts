import { describe, expect, it } from '@jest/globals';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

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
  });

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
  });

  it('lets the Secretariat correct the term of a Presidency, and none that overlaps another', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es' });
    await go(page, '/regional-plan?year=2024');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Editar: 2024' }).click();
    const end = dialog.getByLabel('Primer día de la siguiente');
    const before = await end.inputValue();
    await end.fill('2025-06-01');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog
      .getByText(/se superpone con la Presidencia de 2025/)
      .first()
      .waitFor();
    await end.fill(before);
    await dialog.getByLabel('Nota (ES)').fill('Corregida');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Corregida').waitFor();

    await page.getByRole('button', { name: 'Agregar una Presidencia' }).click();
    const save = dialog.getByRole('button', { name: 'Guardar' });
    const at = (label: string) => dialog.getByLabel(new RegExp(`^${label}\\s*\\*?$`));
    await at('Año').fill('2026');
    await save.click();
    await at('Estado').and(page.locator('[aria-invalid="true"]')).waitFor();
    expect(await dialog.getByText('es obligatorio', { exact: true }).count()).toBe(2);
    await at('Estado').selectOption('GT');
    await at('Primer día').fill('2018-01-01');
    await at('Primer día de la siguiente').fill('2018-06-01');
    await at('Con qué exactitud se conoce el fin').selectOption('day');
    await at('Fuentes').fill('Acta de traspaso');
    await save.click();
    await at('Año').and(page.locator('[aria-invalid="true"]')).waitFor();
    await at('Año').fill('2018');
    await save.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Guatemala: 1 ene 2018 – 1 jun 2018/).waitFor();
    await page.getByRole('button', { name: 'Agregar una sigla' }).click();
    await dialog.getByLabel('Sigla').fill('XYZ');
    await dialog.getByLabel('Significado (EN)').fill('Example');
    await dialog.getByLabel('Significado (ES)').fill('Ejemplo');
    await dialog.getByLabel('Fuentes').fill('Informe');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('offers no form to who only reads', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en' });
    await go(page, '/regional-plan?year=2024');
    await page.getByRole('rowheader', { name: 'VIII' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Edit|Add)/ }).count()).toBe(0);
    await page.context().close();
  });

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
  });
});

describe('Alliances in the browser', () => {
  it('show a good practice that a coordinator enters in the list of the State that adopted it', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en' });
    await go(page, '/alliances');
    await page.getByRole('link', { name: 'New good practice' }).click();
    await page.getByRole('button', { name: 'Save' }).waitFor(); // the list has fields of the same names
    await page.getByLabel('State').selectOption('MX');
    await page.getByLabel('Theme').selectOption('protection');
    await page.getByLabel('Year').fill('2026');
    await page.getByLabel('Title (EN)').fill('One window for documents');
    await page.getByLabel('Title (ES)').fill('Ventanilla única de documentos');
    await page.getByLabel('Commitments').fill('MX-03');
    await page.getByLabel('Adopted by').fill('MX | 2026 | Press');
    await page.getByLabel('Sources').fill('Press of 2026');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A State does not adopt its own practice.').first().waitFor();
    await page.getByLabel('Adopted by').fill('HN | 2026 | Press of 2026');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('One window for documents').waitFor();
    await go(page, '/alliances?adoptedBy=HN');
    await page.getByText('One window for documents').waitFor();
    await go(page, '/alliances?adoptedBy=GT');
    expect(await page.getByText('One window for documents').count()).toBe(0);
    await page.context().close();
  });

  it('let the Secretariat correct a dialogue, an event and a chair of the Support Platform', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'en' });
    await go(page, '/alliances?year=2024');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Edit: Academia' }).click();
    expect(await dialog.getByLabel('Steps and meetings').inputValue()).toContain('2024-07-16 | day');
    await dialog.getByLabel('Steps and meetings').fill('Seminar | Seminario | 2024-10-02');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('A day and how much of it is known belong together.').first().waitFor();
    await dialog.getByLabel('Steps and meetings').fill('Seminar | Seminario | 2024-10-02 | day');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('2 Oct 2024 · Seminar').waitFor();

    await page.getByRole('button', { name: 'Edit: General Assembly' }).click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog.getByRole('button', { name: 'Remove it for good' }).click();
    await page.getByRole('button', { name: 'Edit: General Assembly' }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Edit: Colombia' }).click();
    await dialog.getByLabel('Last year').fill('2024');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('The end comes before the beginning.').first().waitFor();
    await picture(page, 'alliances-chair');
    await dialog.getByLabel('Last year').fill('2025');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await picture(page, 'alliances-en');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });
});

describe('National mechanisms in the browser', () => {
  it('let the coordinator correct and take away a session', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.pa', lang: 'es' });
    await go(page, '/mechanisms?state=PA');
    await page.getByRole('link', { name: 'Comisión de refugio (CONARE)' }).click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: /^Editar: Reunión 3 de tres/ }).click();
    await dialog.getByLabel('Compromisos').fill('PA-99');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText('Este Estado no tiene el compromiso PA-99.').first().waitFor();
    await dialog.getByLabel('Compromisos').fill('PA-01');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('· PA-01').waitFor();
    await page.getByRole('button', { name: /^Editar: Reunión 2 de tres/ }).click();
    await dialog.getByRole('button', { name: 'Quitar' }).click();
    await dialog.getByRole('button', { name: 'Quitar definitivamente' }).click();
    await page.getByRole('button', { name: /^Editar: Reunión 2 de tres/ }).waitFor({ state: 'detached' });
    await picture(page, 'mechanism-es');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });
});
