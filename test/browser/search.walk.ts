import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

const WORDS = {
  en: {
    found: /result/,
    save: 'Save this view',
    name: 'Name of this view',
    del: /^Delete/,
    undo: 'Undo',
    share: /^Who sees/,
    all: 'Show all',
  },
  es: {
    found: /resultado/,
    save: 'Guardar esta vista',
    name: 'Nombre de esta vista',
    del: /^Eliminar/,
    undo: 'Deshacer',
    share: /^Quién ve/,
    all: 'Mostrar todo',
  },
} as const;

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('Searching and saved views', () => {
  it.each([
    ['es', 'narrow'],
    ['en', 'desktop'],
  ] as const)('go by the keyboard alone (%s, %s)', async (lang, size) => {
    const words = WORDS[lang];
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang, size });
    await go(page, '/pledges');
    await page.locator('header a[aria-keyshortcuts]').waitFor();
    await press(page, '/');
    await page.locator('main input[type=search]:focus').waitFor();
    await page.keyboard.type('proteccion');
    // What was typed first may have been found already.
    await page.waitForURL(({ search }) => search === '?q=proteccion');
    await page.getByRole('status').filter({ hasText: words.found }).waitFor();
    expect(await page.locator('mark', { hasText: /protección/i }).count()).toBeGreaterThan(0);
    expect([await overflow(page), await accessibilityProblems(page)]).toEqual([0, []]);
    await picture(page, `search-${lang}-${size}`);

    await press(page, 'Control+k');
    await page.keyboard.type('MX-03');
    await page.waitForURL(/q=MX-03/);
    await page
      .locator('[data-hit]', { hasText: lang === 'es' ? 'derechos' : 'rights' })
      .first()
      .waitFor();
    await press(page, 'ArrowDown', 'Enter');
    await page.waitForURL(/\/commitments\//);

    // An address with something that no page knows is no trouble.
    await go(page, '/pledges?stage=no_update&utm_source=mail&q=zzz');
    await page.getByRole('button', { name: words.all }).focus();
    await press(page, 'Enter');
    await page.waitForURL(/\/pledges(\?utm_source=mail)?$/);
    await go(page, '/pledges?stage=no_update');
    const title = page.locator('th button', { hasText: /^(Promesa|Pledge) / });
    await title.focus();
    await press(page, 'Enter', 'Enter');
    await page.waitForURL(/stage=no_update&sort=-title/);
    const views = page.locator('details', { has: page.locator('summary') }).filter({ hasText: words.save });
    await views.locator('summary').focus();
    await press(page, 'Enter');
    await page.getByRole('button', { name: words.save }).focus();
    await press(page, 'Enter');
    await page.getByLabel(words.name).fill('Acapulco');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Acapulco', exact: true }).waitFor();
    await page.getByLabel(words.share).selectOption('MX');
    const shared = `SELECT search, shared_state AS "state" FROM saved_views WHERE name = 'Acapulco' AND shared_state = 'MX'`;
    expect([await overflow(page), await accessibilityProblems(page)]).toEqual([0, []]);
    await picture(page, `saved-views-${lang}-${size}`);

    await page.locator('button[aria-pressed]', { hasText: /lista|list/ }).focus();
    await press(page, 'Enter');
    await page.locator('button[aria-pressed=true]', { hasText: /lista|list/ }).waitFor();
    await go(page, '/projects');
    await page.goto('/pledges');
    await page.waitForURL(/sort=-title&stage=no_update/);
    expect(await stack.sql(shared)).toEqual([{ search: 'sort=-title&stage=no_update', state: 'MX' }]);
    await page.locator('th[aria-sort=descending]').waitFor();

    await page.locator('summary', { hasText: 'Acapulco' }).focus();
    await press(page, 'Enter');
    await page.getByRole('button', { name: words.del }).focus();
    await press(page, 'Enter');
    await page.getByRole('button', { name: words.undo }).focus();
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Acapulco', exact: true }).waitFor();
    await page.getByRole('button', { name: words.del }).click();
    await page.getByRole('button', { name: words.undo }).waitFor();
    await page.context().close();
  });

  it('keep the order of a list when the page is asked for something else', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'es', size: 'desktop' });
    await go(page, '/late?show=all&sort=-commitment');
    await page.locator('th[aria-sort=descending]').waitFor();
    await page.getByRole('radio', { name: /7 días/ }).check();
    await page.waitForURL(/show=week/);
    const asked = new Map([[page.url(), 'sort=-commitment']]);
    await page.getByLabel('Área').selectOption({ index: 1 });
    await page.waitForURL(/area=/);
    asked.set(page.url(), 'sort=-commitment');
    await go(page, '/states/MX?sortMoves=-state');
    await page.getByRole('button', { name: /^Salud/ }).click();
    await page.waitForURL(/area=health/);
    asked.set(page.url(), 'sortMoves=-state');
    await go(page, '/region?sortChanges=-now');
    await page.getByRole('radio', { name: 'Cobertura' }).check();
    await page.waitForURL(/show=coverage/);
    asked.set(page.url(), 'sortChanges=-now');
    await go(page, '/reports?sort=-kind');
    await page.getByLabel('Tipo').last().selectOption('annual');
    await page.waitForURL(/kind=annual/);
    asked.set(page.url(), 'sort=-kind');
    expect([...asked].filter(([address, order]) => !address.includes(order))).toEqual([]);
    expect(asked.size).toBe(5);
    await page.context().close();
  });

  it('are there for visitors of the public site, in what is published', async () => {
    const page = await visit(browser, stack.url, { lang: 'es', size: 'narrow' });
    await go(page, '/es/search?q=asilo');
    await page.getByRole('status').filter({ hasText: WORDS.es.found }).waitFor();
    expect([await overflow(page), await accessibilityProblems(page)]).toEqual([0, []]);
    await picture(page, 'search-public-es-narrow');
    await page.context().close();
  });
});
