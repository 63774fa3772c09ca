import { describe, expect, it } from '@jest/globals';
import { go, picture } from './browser.js';
import { CYCLE, FOCAL_POINT, form, fresh, narrative, page } from './focal-point.js';
import { laidOut } from './offline.js';
import { stack } from './product.js';

describe('A focal point with a phone', () => {
  it('compares both versions when somebody else saved meanwhile, and keeps what it chooses', async () => {
    const item = fresh();
    const client = await stack.signIn(`${FOCAL_POINT}@mirps.example`);
    const begun = await client.json<{ id: string; version: number }>('POST', '/api/updates', {
      commitmentId: item.commitmentId,
      cycleKey: CYCLE,
      narrativeEs: 'La primera versión.',
    });
    await go(page, form(item));
    await narrative().fill('La versión del teléfono.');
    await client.json(
      'PUT',
      `/api/updates/${begun.id}`,
      { narrativeEs: 'La versión de la oficina.', stage: 'planning' },
      { 'if-match': `"${begun.version}"` },
    );

    await page.getByRole('button', { name: 'Guardar borrador' }).click();
    const dialog = page.getByRole('dialog', { name: 'Otra persona lo modificó entretanto' });
    await dialog.getByText('La versión de la oficina.').waitFor();
    await dialog.getByText('La versión del teléfono.').waitFor();
    await picture(page, 'update-form-conflict');
    await dialog.getByRole('group', { name: 'Etapa' }).getByLabel('En el servidor').check();
    await dialog.getByRole('button', { name: 'Usar lo elegido' }).click();
    await page.getByRole('button', { name: 'Guardar borrador' }).click();
    await page.getByText('Borrador guardado.').waitFor();

    const saved = await client.json<object>('GET', `/api/updates/${begun.id}`);
    expect(saved).toMatchObject({ narrativeEs: 'La versión del teléfono.', stage: 'planning' });
  });

  it('signs in again after the session ended, and what waited goes out by itself', async () => {
    const item = fresh();
    await go(page, form(item));
    await narrative().fill('Antes de que terminara la sesión.');
    await page.getByText('En este dispositivo desde').waitFor();
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/updates'))
        keys.push(request.headers()['idempotency-key']);
    });
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Guardar borrador' }).click();
    const again = page.getByRole('dialog', { name: 'Su sesión terminó' });
    await again.getByLabel('Contraseña', { exact: true }).fill('mirps-demo-2024');
    await again.getByRole('button', { name: 'Entrar', exact: true }).click();
    await page.getByText('Borrador guardado.').waitFor();
    expect(await narrative().inputValue()).toBe('Antes de que terminara la sesión.');
    expect(keys).toEqual([expect.any(String), keys[0]]);

    // A page that is opened after the session ended shows nothing that was kept.
    await page.waitForFunction(() => localStorage.getItem('mirps.offline') !== null);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.goto(form(item));
    await page.waitForURL(/\/sign-in/);
    await page.waitForFunction(() => localStorage.getItem('mirps.offline') === null);
    await page.context().addCookies(cookies);
    await go(page, form(item));

    // Signing out leaves nothing behind, and asks before it removes what is not sent.
    await narrative().fill('Sin enviar.');
    await page.getByRole('button', { name: 'Abrir el menú' }).click();
    await page.getByRole('button', { name: 'Cerrar sesión' }).click();
    await page.getByRole('dialog').getByText(item.code).waitFor();
    await page.getByRole('button', { name: 'Borrar y cerrar sesión' }).click();
    await page.waitForURL(/\/sign-in/);
    // Only how the device is set: its language, and that single keys act.
    const kept: string[] = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.sort()).toEqual(['mirps.lang', 'mirps.review-keys']);
    await page.waitForFunction(laidOut, 0);
  });
});
