import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { go, visit } from './browser.js';
import { browser, stack } from './product.js';

interface Due {
  commitmentId: string;
  updateId: string | null;
  last: object | null;
}

const narrative = (page: Page) => page.getByLabel('Qué se hizo, Español');
const save = (page: Page) => page.getByRole('button', { name: 'Guardar borrador' });

/** Follows the writing of updates; the answer of the one that `cut` picks by its place is lost on the way back. */
async function follow(page: Page, cut: number): Promise<string[]> {
  const written: string[] = [];
  await page.route(/\/api\/updates(\/[^/]+)?$/, async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    const response = await route.fetch();
    written.push(`${route.request().method()} ${response.status()}`);
    return written.length === cut ? route.abort('connectionreset') : route.fulfill({ response });
  });
  return written;
}

describe('A draft on a phone', () => {
  it('knows its own content on the server when the answer was lost, and goes as soon as nobody looks', async () => {
    const page = await visit(browser, stack.url, { as: 'focal.comar.mx', lang: 'es', size: 'phone' });
    const client = await stack.signIn('focal.comar.mx@mirps.example');
    const due = await client.json<Due[]>('GET', '/api/updates/due');
    const fresh = due.find(({ updateId, last }) => updateId === null && last === null);
    const written = await follow(page, 2);
    const typed = Promise.withResolvers<void>();
    await page.route(/\/api\/commitments\/[^/]+\/updates$/, async (route) => {
      if (written.length >= 4) await typed.promise;
      await route.continue();
    });
    await go(page, `/my-updates/2026-annual/${fresh?.commitmentId}`);
    await narrative(page).fill('Primero.');
    await save(page).click();
    await page.getByText('Borrador guardado.').waitFor();

    await narrative(page).fill('Llegó, y nadie lo supo.');
    const arrived = page.waitForEvent('requestfailed', (request) => request.method() === 'PUT');
    await save(page).click();
    await arrived;
    await narrative(page).fill('Escrito después.');
    const over = page.waitForResponse(
      (response) => response.request().method() === 'PUT' && response.status() === 200,
    );
    await save(page).click();
    const { id } = (await (await over).json()) as { id: string };
    expect(written).toEqual(['POST 201', 'PUT 200', 'PUT 412', 'PUT 200']);
    expect(await page.getByRole('dialog').count()).toBe(0);
    const read = () => client.json<{ narrativeEs: string }>('GET', `/api/updates/${id}`);
    expect((await read()).narrativeEs).toBe('Escrito después.');

    // What is written while the page still reads what it saved is on top of that. It waits for a pause in the writing, but
    // not once the tab is left.
    await narrative(page).fill('Antes de mirar otra cosa.');
    typed.resolve();
    await page.getByText('En este dispositivo desde').waitFor();
    expect(written).toHaveLength(4);
    const left = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect((await left).status()).toBe(200);
    expect((await read()).narrativeEs).toBe('Antes de mirar otra cosa.');
    await page.context().close();
  });
});
