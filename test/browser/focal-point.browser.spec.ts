import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { eventually, type Stack, startStack } from '../harness/index.js';
import { accessibilityProblems, go, openBrowser, overflow, picture, visit } from './browser.js';

const FOCAL_POINT = 'focal.comar.mx';
const CYCLE = '2026-annual';

interface Due {
  commitmentId: string;
  code: string;
  updateId: string | null;
  last: { id: string } | null;
}

let stack: Stack;
let browser: Browser;
let page: Page;
let due: Due[];

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

beforeEach(async () => {
  await page?.context().close();
  page = await visit(browser, stack.url, { as: FOCAL_POINT, lang: 'es', size: 'phone' });
  const client = await stack.signIn(`${FOCAL_POINT}@mirps.example`);
  due = await client.json<Due[]>('GET', '/api/updates/due');
}, 30_000);

/** A narrative with what it may hold, and with what it may not. */
const HOSTILE = [
  'El acta está **firmada**: [COMAR](https://www.gob.mx/comar), [x](javascript:alert(1)).',
  '',
  '- ![foto](https://example.org/x.png)',
  '- <img src=x onerror=alert(1)><script>alert(1)</script>',
].join('\n');

const fresh = (): Due => {
  const found = due.find((item) => item.updateId === null && item.last === null);
  if (!found) throw new Error('The demo has no commitment that nobody has reported on yet');
  return found;
};

const form = (item: Due): string => `/my-updates/${CYCLE}/${item.commitmentId}`;
const narrative = () => page.getByLabel('Qué se hizo, Español');

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
  }, 60_000);

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
  }, 60_000);

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
  }, 60_000);

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
  }, 60_000);

  it('opens, writes and hands in without a network; all of it goes out when there is one', async () => {
    const [first, second] = due.filter(({ updateId, last }) => updateId === null && last === null);
    const same = due.find(({ last, updateId }) => last !== null && updateId === null);
    if (!first || !second || !same) throw new Error('The demo has too little that is due');
    await go(page, '/my-updates');
    await readyWithoutNetwork(page, due.length);
    await page.context().setOffline(true);

    await page.goto(form(first));
    await narrative().fill('Escrito sin señal en la frontera.');
    await page.getByLabel('En planificación').check();
    await page.getByLabel('Sin valorar').check();
    await page.getByText('En este dispositivo desde').waitFor();
    await page.getByRole('button', { name: 'Enviar a revisión' }).click();
    await page.waitForURL(/\/my-updates$/);
    await page.getByText('irá a revisión con conexión').waitFor();
    await page.getByRole('button', { name: `Sin cambios: ${same.code}` }).click();
    await page.getByRole('button', { name: 'A la espera de recursos.' }).click();
    await page.getByText('«Sin cambios» en este dispositivo, aún sin enviar').waitFor();
    await page.getByText('2 sin enviar').waitFor();
    await picture(page, 'my-updates-offline');
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);

    // What happened to a commitment, and what was said last time, is there too, and says when it was read.
    await page.goto(form(same));
    await page.getByText('Sin conexión: datos del').waitFor();
    await page.getByRole('link', { name: same.code, exact: true }).click();
    await page.waitForURL(/\/commitments\//);
    await page.getByText('Sin conexión: datos del').waitFor();
    const happened = page.getByRole('region', { name: 'Línea de tiempo' }).getByRole('listitem');
    await happened.first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'commitment-offline');
    await page.goto(`/updates/${same.last?.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Sin conexión: datos del').waitFor();
    await picture(page, 'update-offline');
    await page.goto('/pledges/new');
    await page.getByText('No se puede conectar con el servidor.').waitFor();

    // The tab closes in the middle of a sentence.
    await page.goto(form(second));
    await narrative().fill('A media frase');
    const again = await page.context().newPage();
    await page.close();
    page = again;
    await page.goto(form(second));
    await page.getByText('Se recuperó lo que escribió').waitFor();
    expect(await narrative().inputValue()).toBe('A media frase');
    await page.goto('/my-updates');
    await page.getByText('3 sin enviar').waitFor();

    await page.context().setOffline(false);
    await page.getByText(/\d sin enviar|Enviando \d/).waitFor({ state: 'detached' });
    const client = await stack.signIn(`${FOCAL_POINT}@mirps.example`);
    const { items } = await client.json<{
      items: { code: string; reviewState: string; submittedAt?: string }[];
    }>('GET', `/api/updates?cycle=${CYCLE}&state=MX&limit=200`);
    const stateOf = (code: string) => items.find((each) => each.code === code)?.reviewState;
    expect([first, same, second].map(({ code }) => stateOf(code))).toEqual([
      'submitted',
      'submitted',
      'draft',
    ]);
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
    ).toEqual([]);

    // What is complete can go at once; of the rest it says what is missing.
    await page.getByRole('button', { name: /^Enviar \d+ borrador/ }).click();
    const all = page.getByRole('dialog', { name: 'Enviar borradores a revisión' });
    await all.getByRole('listitem').filter({ hasText: second.code }).getByText('Indicar la etapa.').waitFor();
    const returned = all.getByLabel('Devuelta: ya la corregí, enviarla de nuevo');
    expect(await returned.isChecked()).toBe(false);
    await returned.check();
    await all.getByRole('button', { name: 'Enviar 1', exact: true }).waitFor();
    await picture(page, 'submit-all');
    expect(await accessibilityProblems(page)).toEqual([]);
  }, 90_000);

  it('sends with the application closed, but nothing without a session and nothing that somebody has to decide', async () => {
    const [first, second, same] = due.filter(({ last, updateId }) => last !== null && updateId === null);
    if (!first || !second || !same) throw new Error('The demo has too little that is due');
    const client = await stack.signIn(`${FOCAL_POINT}@mirps.example`);
    const begun = await client.json<{ id: string; version: number }>('POST', '/api/updates', {
      commitmentId: second.commitmentId,
      cycleKey: CYCLE,
      narrativeEs: 'La primera versión.',
    });
    await go(page, '/my-updates');
    await readyWithoutNetwork(page, due.length);
    await page.context().setOffline(true);
    await page.goto(form(second));
    await narrative().fill('La versión del teléfono.');
    await page.goto(form(first));
    await narrative().fill('Escrito antes de cerrar.');
    await page.getByLabel('En planificación').check();
    await page.getByLabel('Sin valorar').check();
    const evidence = page.getByRole('region', { name: 'Evidencia' });
    await evidence
      .locator('input[type=file][multiple]')
      .setInputFiles({ name: 'Acta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 acta') });
    await evidence.getByText('Guardado en este dispositivo', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Enviar a revisión' }).click();
    await page.waitForURL(/\/my-updates$/);
    await page.getByRole('button', { name: `Sin cambios: ${same.code}` }).click();
    await page.getByRole('button', { name: 'A la espera de recursos.' }).click();
    await page.getByText('3 sin enviar').waitFor();
    await page.getByText('Saldrá al volver la conexión, aunque cierre la aplicación.').waitFor();
    await picture(page, 'my-updates-waiting');
    expect(await overflow(page)).toBe(0);
    await page.waitForFunction(laidOut, 3);

    const blank = await page.context().newPage();
    await page.close();
    const wake = await syncOf(blank, stack.url);
    await client.json(
      'PUT',
      `/api/updates/${begun.id}`,
      { narrativeEs: 'La versión de la oficina.' },
      { 'if-match': `"${begun.version}"` },
    );
    await blank.context().setOffline(false);
    const cookies = await blank.context().cookies();
    await blank.context().clearCookies();
    await wake(async (asked) => asked > 0);
    const updateOf = async (code: string) => {
      const { items } = await client.json<{ items: { id: string; code: string; reviewState: string }[] }>(
        'GET',
        `/api/updates?cycle=${CYCLE}&state=MX&limit=200`,
      );
      return items.find((each) => each.code === code);
    };
    const stateOf = async (code: string) => (await updateOf(code))?.reviewState;
    expect([await stateOf(first.code), await stateOf(same.code)]).toEqual([undefined, undefined]);

    await blank.context().addCookies(cookies);
    await wake(
      async () => (await stateOf(first.code)) === 'submitted' && (await stateOf(same.code)) === 'submitted',
    );
    expect(await client.json<object>('GET', `/api/updates/${begun.id}`)).toMatchObject({
      narrativeEs: 'La versión de la oficina.',
    });
    const sent = await client.json<object>('GET', `/api/updates/${(await updateOf(first.code))?.id}`);
    expect(sent).toMatchObject({ evidence: [{ titleEs: 'Acta', file: { name: 'Acta.pdf', bytes: 13 } }] });

    page = blank;
    await page.goto('/my-updates');
    await page.getByText(`${first.code} enviada a revisión.`).waitFor();
    await page.getByText('Otra persona lo modificó', { exact: false }).first().waitFor();
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')).length),
    ).toBe(1);
    await page.goto(form(second));
    expect(await narrative().inputValue()).toBe('La versión del teléfono.');
  }, 90_000);

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
  }, 60_000);

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
  }, 60_000);

  it('writes and submits with the keyboard alone, in English', async () => {
    const item = fresh();
    await page.context().close();
    page = await visit(browser, stack.url, { as: FOCAL_POINT, lang: 'en', size: 'phone' });
    await go(page, form(item));
    await tabTo(page, page.getByLabel('Not started'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByLabel('On track'));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByLabel('Percent done'));
    await page.keyboard.type('40');
    await tabTo(page, page.getByLabel('What happened, English'));
    await page.keyboard.type('Written without a mouse.');
    await tabTo(page, page.getByRole('button', { name: 'Preview' }));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Written without a mouse.').waitFor();
    await picture(page, 'preview-en');
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('button', { name: 'Submit for review' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/my-updates$/);
    await page.getByText(`${item.code} submitted for review.`).waitFor();
  }, 60_000);
});

/** Waits until the application, and everything that its forms begin with, is on the device. */
async function readyWithoutNetwork(on: Page, forms: number): Promise<void> {
  await on.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await on.waitForFunction(async (expected) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('mirps');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('no database'));
    });
    if (!database.objectStoreNames.contains('offline')) return database.close();
    const kept = await new Promise<{ state: { queries: { queryKey: string[] }[] } } | undefined>(
      (resolve) => {
        const reading = database.transaction('offline').objectStore('offline').get('answers');
        reading.onsuccess = () => resolve(reading.result as undefined);
      },
    );
    database.close();
    const timelines = kept?.state.queries.filter(({ queryKey }) => queryKey[2] === 'updates') ?? [];
    return timelines.length >= expected;
  }, forms);
}

/** Whether just so much is laid out for the service worker. */
async function laidOut(expected: number): Promise<boolean> {
  const there = await indexedDB.databases();
  if (!there.some(({ name }) => name === 'mirps-outbox')) return false;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('mirps-outbox');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('no database'));
  });
  const count = await new Promise<number>((resolve) => {
    const counting = database.transaction('kept').objectStore('kept').count();
    counting.onsuccess = () => resolve(counting.result);
  });
  database.close();
  return count === expected;
}

/** Wakes the service worker as a browser does when there is a network, and waits for what it does then. */
async function syncOf(blank: Page, origin: string) {
  const tools = await blank.context().newCDPSession(blank);
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [ours] = registrations.filter(({ scopeURL }) => scopeURL.startsWith(origin));
      if (ours) resolve(ours.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  const registrationId = await registered;
  return async (done: (asked: number) => Promise<boolean>) => {
    const asked = () =>
      blank
        .context()
        .serviceWorkers()[0]
        ?.evaluate(
          () =>
            performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/me')).length,
        ) ?? 0;
    const before = await asked();
    await tools.send('ServiceWorker.dispatchSyncEvent', {
      origin,
      registrationId,
      tag: 'mirps-outbox',
      lastChance: false,
    });
    await eventually('what the service worker does', async () =>
      (await done((await asked()) - before)) ? true : undefined,
    );
  };
}

/** Moves the focus forward with the Tab key until it is there. */
async function tabTo(on: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await on.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${target.toString()}`);
}
