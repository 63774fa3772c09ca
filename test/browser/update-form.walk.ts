import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { accessibilityProblems, go, picture, visit } from './browser.js';
import { CYCLE, due, type Due, FOCAL_POINT, form, fresh, narrative, page } from './focal-point.js';
import { browser, stack } from './product.js';

/** A narrative with what it may hold, and with what it may not. */
const HOSTILE = [
  'El acta está **firmada**: [COMAR](https://www.gob.mx/comar), [x](javascript:alert(1)).',
  '',
  '- ![foto](https://example.org/x.png)',
  '- <img src=x onerror=alert(1)><script>alert(1)</script>',
].join('\n');

describe('A focal point with a phone', () => {
  it('lands on the updates due after signing in, and comes back to a deep link', async () => {
    const item = fresh();
    const stranger = await visit(browser, stack.url, { lang: 'es', size: 'phone' });
    await stranger.goto(form(item));
    await stranger.waitForURL(/\/sign-in/);
    await stranger.getByRole('textbox', { name: 'Correo electrónico' }).fill(`${FOCAL_POINT}@mirps.example`);
    await stranger.getByLabel('Contraseña', { exact: true }).fill('not the password');
    await stranger.getByRole('button', { name: 'Entrar', exact: true }).click();
    await stranger.getByRole('alert').filter({ hasText: 'no son correctos' }).waitFor();
    await stranger.getByLabel('Contraseña', { exact: true }).fill('mirps-demo-2024');
    await stranger.getByRole('button', { name: 'Entrar', exact: true }).click();
    await stranger.waitForURL((address) => address.pathname === form(item));
    await go(stranger, '/');
    expect(new URL(stranger.url()).pathname).toBe('/my-updates');
    await stranger.context().close();
  });

  it('answers "no change" in three taps, the one in the mail among them', async () => {
    const item = due.find(({ last, updateId }) => last !== null && updateId === null);
    let taps = 1;
    const tap = async (what: Locator) => {
      taps += 1;
      await what.click();
    };
    await go(page, `/my-updates?cycle=${CYCLE}`);
    await tap(page.getByRole('button', { name: `Sin cambios: ${item?.code}` }));
    await page.getByRole('button', { name: 'El trabajo continúa según lo descrito.' }).waitFor();
    await picture(page, 'no-change');
    await tap(page.getByRole('button', { name: 'El trabajo continúa según lo descrito.' }));
    await page.getByText(`${item?.code}: enviada como «sin cambios».`).waitFor();
    await page.getByRole('button', { name: `Sin cambios: ${item?.code}` }).waitFor({ state: 'detached' });
    expect(taps).toBe(3);
  });

  it('writes an update with a figure, is told what is missing at the field, and submits it', async () => {
    const item = fresh();
    await go(page, form(item));
    await page.getByLabel('En curso').check();
    await narrative().fill('Se abrió una ventanilla en Tapachula.');
    await page.getByRole('button', { name: 'Agregar un hecho o una cifra' }).click();
    await page.getByLabel('Qué ocurrió o qué se contó, Español').fill('Personas atendidas');
    await page.getByLabel('Valor', { exact: true }).fill('1,250');
    await page.getByLabel('¿Qué tan exacto?').selectOption('about');
    await page.getByLabel('Unidad en español').fill('personas');
    expect(await page.getByText('alrededor de 1,250 personas').count()).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'Enviar a revisión' }).click();
    await page.getByText('Indique la perspectiva').waitFor();
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    ).toBe('outlook');
    await picture(page, 'update-form-refused');

    await page.getByLabel('Según lo previsto').check();
    await page.getByLabel('Porcentaje realizado').fill('35');
    await page.getByRole('button', { name: 'Vista previa' }).click();
    const preview = page.getByRole('dialog');
    await preview.getByText('alrededor de 1,250 personas').waitFor();
    await preview.getByText('Se abrió una ventanilla en Tapachula.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await preview.getByRole('button', { name: 'Enviar a revisión' }).click();
    await page.waitForURL(/\/my-updates$/);
    await page.getByText(`${item.code} enviada a revisión.`).waitFor();

    const client = await stack.signIn(`${FOCAL_POINT}@mirps.example`);
    const { items } = await client.json<{ items: { id: string; code: string; percent: number }[] }>(
      'GET',
      `/api/updates?cycle=${CYCLE}&reviewState=submitted`,
    );
    const sent = items.find(({ code }) => code === item.code);
    expect(sent?.percent).toBe(35);
    const detail = await client.json<{ facts: { figures: object[] }[] }>('GET', `/api/updates/${sent?.id}`);
    expect(detail.facts[0]?.figures[0]).toMatchObject({
      value: 1250,
      qualifier: 'about',
      unitEs: 'personas',
      valueType: 'count',
    });
  });

  it('sends files as evidence, is told which one is not taken, saves what it saved before, and writes Markdown alone', async () => {
    const item = fresh();
    await go(page, form(item));
    await narrative().fill(HOSTILE);
    await page.getByRole('button', { name: 'Agregar un hecho o una cifra' }).click();
    await page.getByLabel('Qué ocurrió o qué se contó, Español').fill('Firma del acta');
    await page.getByLabel('Valor', { exact: true }).fill('1');
    await page.getByLabel('Unidad en español').fill('actas');
    const choose = page.locator('input[type=file][multiple]');
    await choose.setInputFiles([
      { name: 'Acta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 acta') },
      { name: 'Página.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') },
    ]);
    await page.getByRole('alert').filter({ hasText: 'debe ser un PDF' }).waitFor();
    await picture(page, 'update-form-evidence');
    const evidence = page.getByRole('region', { name: 'Evidencia' });
    await evidence.getByRole('button', { name: 'Quitar' }).last().click();
    expect(await evidence.getByLabel('Qué es (español)').inputValue()).toBe('Acta');
    await evidence.getByLabel('Qué es (español)').fill('Acta de apertura');
    await page.getByRole('button', { name: 'Guardar borrador' }).click();
    await page.getByText('Borrador guardado.').waitFor();

    await page.reload();
    await evidence.getByLabel('Qué es (inglés)').fill('Opening minutes');
    await page.getByRole('button', { name: 'Guardar borrador' }).click();
    await page.getByText('Borrador guardado.').waitFor();
    const client = await stack.signIn(`${FOCAL_POINT}@mirps.example`);
    const now = await client.json<Due[]>('GET', '/api/updates/due');
    const id = now.find(({ commitmentId }) => commitmentId === item.commitmentId)?.updateId ?? '';
    await go(page, `/updates/${id}`);
    await page.locator('strong', { hasText: 'firmada' }).waitFor();
    const shown = await page
      .locator('main')
      .locator('a[rel~="nofollow"], img, script')
      .evaluateAll((all) =>
        all.map((each) => [each.tagName, each.getAttribute('href'), each.getAttribute('rel')].join(' ')),
      );
    expect(shown).toEqual([
      'A https://www.gob.mx/comar noopener noreferrer nofollow',
      'A https://example.org/x.png noopener noreferrer nofollow',
    ]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Acta de apertura' }).click();
    expect((await download).suggestedFilename()).toBe('Acta.pdf');
    await picture(page, 'update-evidence');
  });
});
