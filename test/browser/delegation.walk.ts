import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

describe('A coordinator who goes away', () => {
  let taker: Page;
  const day = (days: number): string =>
    new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

  it('hands over to a colleague', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en' });
    await go(page, '/account');
    await page.getByRole('button', { name: 'Hand over to a colleague' }).click();
    const dialog = page.getByRole('dialog');
    const [colleague] = await stack.sql<{ id: string }>(
      `SELECT u.id FROM auth_users u WHERE u.email LIKE 'focal.%.mx@mirps.example'
          AND NOT EXISTS (SELECT FROM updates p WHERE p.author_id = u.id AND p.review_state = 'submitted') ORDER BY u.email LIMIT 1`,
    );
    await dialog.getByLabel('Who stands in').selectOption(colleague?.id ?? '');
    await dialog.getByLabel('Through').fill(day(10));
    await picture(page, 'delegation-dialog');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Hand over', exact: true }).click();
    await page.getByText(/ stands in for you$/).waitFor();
    const [{ email } = { email: '' }] = await stack.sql<{ email: string }>(
      'SELECT email FROM auth_users WHERE id = $1',
      [colleague?.id],
    );
    taker = await visit(browser, stack.url, { as: email.split('@')[0] ?? '', lang: 'en' });
  });

  it('is stood in for, which every page and the history say', async () => {
    await go(taker, '/account');
    await taker.getByRole('button', { name: /^Act on behalf of / }).click();
    await taker.getByText(/^You act on behalf of /).waitFor();
    await go(taker, '/review');
    await taker.getByRole('link', { name: 'Start with the first' }).click();
    await taker.getByRole('button', { name: 'Approve' }).waitFor();
    const id = new URL(taker.url()).pathname.split('/').at(-1) ?? '';
    await taker.getByRole('button', { name: 'Approve' }).click();
    await taker.getByText(/ approved\.$/).waitFor();
    const [approved] = await stack.sql<{ entity_id: string }>(
      `SELECT entity_id FROM audit_entries WHERE action = 'update.approve' AND on_behalf_of_id IS NOT NULL ORDER BY id DESC LIMIT 1`,
    );
    expect(approved).toBeDefined();
    await go(taker, `/updates/${approved?.entity_id ?? id}`);
    await taker.getByRole('button', { name: 'Show every change, field by field' }).click();
    const entry = taker
      .locator('ol li')
      .filter({ has: taker.locator('details') })
      .filter({ hasText: 'Approved' });
    await entry.first().waitFor();
    expect(await entry.first().innerText()).toMatch(/on behalf of/);
    await entry.first().locator('summary').click();
    await picture(taker, 'history');
    expect(await accessibilityProblems(taker)).toEqual([]);
    await taker.getByRole('button', { name: 'Act as myself' }).click();
    await taker.getByText(/^You act on behalf of /).waitFor({ state: 'detached' });
  });

  it('gives a program a token, which is shown once', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'es', size: 'narrow' });
    await go(page, '/account');
    await page.getByRole('button', { name: 'Crear una clave' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Para qué es').fill('Cifras mensuales');
    await picture(page, 'token-dialog-es-320');
    await dialog.getByRole('button', { name: 'Crear una clave' }).click();
    const token = await dialog.locator('code', { hasText: 'mirps_' }).innerText();
    const answer = await fetch(`${stack.url}/api/updates/export.csv?year=2024`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    await answer.text();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cerrar' }).last().click();
    await page.getByText('Cifras mensuales').waitFor();
    expect(await page.content()).not.toContain(token);
    expect(await overflow(page)).toBe(0);
    await picture(page, 'account-es-320');
    await page.getByRole('button', { name: 'Revocar: Cifras mensuales' }).click();
    await page.getByText('No hay claves.').waitFor();
  });
});
