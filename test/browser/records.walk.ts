import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../harness/index.js';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

/** A field by its whole label, with or without the mark of what is needed. */
const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}\\s*\\*?$`));

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value);
}

/** What a form looks like must hold before the walk goes on. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect([await overflow(page), await accessibilityProblems(page)]).toEqual([0, []]);
}

/** The first request to an address arrives, and its answer is lost on the way back; tells how the API answered, also the later ones. */
async function cutAnswer(page: Page, address: RegExp): Promise<() => number[]> {
  const answers: number[] = [];
  await page.route(address, async (route) => {
    const response = await route.fetch();
    answers.push(response.status());
    await (answers.length === 1 ? route.abort('connectionreset') : route.fulfill({ response }));
  });
  return () => answers;
}

describe('The Secretariat', () => {
  it('enters a pledge on a phone, is told at the field what is wrong, and says how far it is', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es', size: 'phone' });
    await go(page, '/pledges');
    await page.getByRole('link', { name: 'Registrar una promesa' }).click();
    await fill(page, {
      Clave: 'GRF-NEW',
      'Título en inglés': 'Schools open to all',
      'Título en español': 'Escuelas abiertas a todas las personas',
      'Presentada por la institución': 'MX:NOBODY',
      'Compromisos vinculados': 'MX-01',
    });
    await field(page, 'Foro').selectOption({ index: 1 });
    await field(page, 'Área de enfoque').fill('education');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await look(page, 'pledge-form-refused-es');
    await field(page, 'Presentada por la institución').fill('MX:COMAR');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Escuelas abiertas a todas las personas' }).waitFor();

    await page.getByRole('button', { name: 'Dar una actualización' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Etapa').selectOption('fulfilled');
    await dialog.getByLabel('Relato breve, español').fill('Las escuelas abrieron.');
    await dialog.getByRole('button', { name: 'Dar una actualización' }).click();
    await dialog.locator('[aria-invalid="true"]').first().waitFor();
    await dialog.getByLabel(/^Motivo/).fill('El ministerio ya lo cumplió.');
    await dialog.getByLabel(/^Fuentes/).fill('Carta del ministerio');
    await look(page, 'pledge-update-es');
    const arrived = await cutAnswer(page, /\/api\/pledges\/[^/]+\/updates$/);
    await dialog.getByRole('button', { name: 'Dar una actualización' }).click();
    await dialog.getByText('nada se registra dos veces').waitFor();
    await dialog.getByRole('button', { name: 'Dar una actualización' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Las escuelas abrieron.').waitFor();
    await page.getByText('El ministerio ya lo cumplió.').first().waitFor();
    const pledge = new URL(page.url()).pathname;
    const { updates } = await stack.stranger.json<{ updates: object[] }>('GET', `/api${pledge}`);
    expect([arrived(), updates.length]).toEqual([[201, 201], 1]);
    await page.context().close();
  });

  it('enters a project, adds a report, and chooses when somebody else corrected it meanwhile', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'en' });
    await go(page, '/projects');
    await page.getByRole('link', { name: 'Enter a project' }).click();
    await fill(page, {
      Key: 'P-NEW',
      'Title in English': 'A reception centre',
      'Title in Spanish': 'Un centro de acogida',
      Amount: '250000.00',
      'People expected to benefit': '1,200',
    });
    await field(page, 'Programme').selectOption({ index: 1 });
    await page.getByLabel(/^Sources/).fill('Project sheet');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await page.getByLabel(/^Currency/).fill('USD');
    await look(page, 'project-form-en');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'A reception centre' }).waitFor();
    const address = new URL(page.url()).pathname;

    await page.getByRole('button', { name: 'Add a report' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('As of').fill('2026-06-30');
    await dialog.getByLabel('Percent complete, as reported').fill('40');
    await dialog.getByLabel(/^Sources/).fill('Report of June');
    await dialog.getByRole('button', { name: 'Add a report' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('40%').first().waitFor();

    const other = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es', size: 'narrow' });
    for (const each of [page, other]) await go(each, `${address}/edit`);
    await field(page, 'Title in English').fill('A reception centre in Tapachula');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'A reception centre in Tapachula' }).waitFor();
    await field(other, 'Título en español').fill('Un centro de acogida en Tapachula');
    await other.getByRole('button', { name: 'Guardar' }).click();
    await other.getByRole('button', { name: 'Usar lo elegido' }).waitFor();
    await look(other, 'project-conflict-es');
    await other.getByRole('button', { name: 'Usar lo elegido' }).click();
    await other.getByRole('heading', { level: 1, name: 'Un centro de acogida en Tapachula' }).waitFor();
    const project = await stack.stranger.json<object>('GET', `/api${address}`);
    expect(project).toMatchObject({
      titleEn: 'A reception centre in Tapachula',
      titleEs: 'Un centro de acogida en Tapachula',
    });
    for (const each of [page, other]) await each.context().close();
  });

  it('goes on where it was when the session ends in the middle of a form or of a dialog', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es', size: 'narrow' });
    const sent: { what: string; body: string | null }[] = [];
    page.on('response', (response) => {
      const request = response.request();
      const path = new URL(request.url()).pathname;
      if (request.method() === 'POST' && !path.startsWith('/api/auth/'))
        sent.push({ what: `${path} ${response.status()}`, body: request.postData() });
    });
    const again = page.getByRole('dialog', { name: 'Su sesión terminó' });
    const endSession = async (press: () => Promise<void>) => {
      await page.context().clearCookies();
      await press();
      await again.waitFor();
    };
    const enter = async (password: string) => {
      await again.getByLabel('Contraseña', { exact: true }).fill(password);
      await again.getByRole('button', { name: 'Entrar', exact: true }).click();
    };

    await go(page, '/pledges/new');
    await fill(page, {
      Clave: 'GRF-LONG',
      'Título en inglés': 'Written for an hour',
      'Título en español': 'Escrita durante una hora',
      'Presentada por la institución': 'MX:COMAR',
    });
    await field(page, 'Foro').selectOption({ index: 1 });
    await field(page, 'Área de enfoque').fill('education');
    await endSession(() => page.getByRole('button', { name: 'Guardar' }).click());
    await look(page, 'session-ended-es');
    expect(await again.getByLabel('Correo electrónico').inputValue()).toBe('secretariat.unhcr@mirps.example');
    const focused = () =>
      page.evaluate(() => [
        document.activeElement?.getAttribute('name'),
        document.activeElement?.closest('dialog') !== null,
      ]);
    expect(await focused()).toEqual(['password', true]);
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('Escape');
    await again.waitFor();
    await enter('not the password');
    await again.getByText('no son correctos').waitFor();
    await enter(DEMO_PASSWORD);
    await page.getByRole('heading', { level: 1, name: 'Escrita durante una hora' }).waitFor();
    await again.waitFor({ state: 'detached' });
    expect(sent.map(({ what }) => what)).toEqual(['/api/pledges 401', '/api/pledges 201']);
    expect(sent[1]?.body).toBe(sent[0]?.body);

    await page.getByRole('button', { name: 'Dar una actualización' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dar una actualización' });
    await dialog.getByLabel('Etapa').selectOption('fulfilled');
    await dialog.getByLabel('Relato breve, español').fill('Dicho antes del fin.');
    await dialog.getByLabel(/^Motivo/).fill('Está hecho.');
    await dialog.getByLabel(/^Fuentes/).fill('Carta');
    await endSession(() => dialog.getByRole('button', { name: 'Dar una actualización' }).click());
    await enter(DEMO_PASSWORD);
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Dicho antes del fin.').waitFor();

    // What the page holds is not the next person's.
    const address = new URL(page.url()).pathname;
    await go(page, `${address}/edit`);
    await field(page, 'Título en español').fill('De otra persona');
    await endSession(() => page.getByRole('button', { name: 'Guardar' }).click());
    const other = await stack.signIn('focal.comar.mx@mirps.example');
    const cookies = other.cookie.split('; ').map((each) => each.split(/=(.*)/s));
    await page
      .context()
      .addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: stack.url })));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.waitForURL(/\/my-updates$/);
    expect(await stack.stranger.json<object>('GET', `/api${address}`)).toMatchObject({
      titleEs: 'Escrita durante una hora',
    });
    await page.context().close();
  });

  it('saves once however often it presses while the network is slow', async () => {
    const page = await visit(browser, stack.url, { as: 'focal.comar.mx', lang: 'es', size: 'phone' });
    const client = await stack.signIn('focal.comar.mx@mirps.example');
    const due = await client.json<{ commitmentId: string; updateId: string | null; last: object | null }[]>(
      'GET',
      '/api/updates/due',
    );
    const fresh = due.find(({ updateId, last }) => updateId === null && last === null);
    await go(page, `/my-updates/2026-annual/${fresh?.commitmentId}`);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 1_500,
      downloadThroughput: 50_000,
      uploadThroughput: 20_000,
    });
    const writes: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') writes.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await page.getByLabel('Qué se hizo, Español').fill('Con mala cobertura.');
    const save = page.getByRole('button', { name: 'Guardar borrador' });
    await save.click();
    await save.click({ force: true });
    await page.getByText('Borrador guardado.').waitFor();
    expect(writes).toEqual(['POST /api/updates']);
    await page.context().close();
  });
});
