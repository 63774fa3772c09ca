import { describe, expect, it } from '@jest/globals';
import { accessibilityProblems, go, overflow, picture } from './browser.js';
import { CYCLE, due, FOCAL_POINT, form, goOnIn, narrative, page } from './focal-point.js';
import { laidOut, readyWithoutNetwork, syncOf } from './offline.js';
import { stack } from './product.js';

describe('A focal point with a phone', () => {
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
    await page.getByText('2 sin enviar').waitFor(); // it moves the page
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
    goOnIn(again);
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
  });

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

    goOnIn(blank);
    await page.goto('/my-updates');
    await page.getByText(`${first.code} enviada a revisión.`).waitFor();
    await page.getByText('Otra persona lo modificó', { exact: false }).first().waitFor();
    // What was sent meanwhile is told one after the other; only the conflict stays.
    await page.waitForFunction(
      () => Object.keys(localStorage).filter((key) => key.includes('draft')).length === 1,
    );
    await page.goto(form(second));
    expect(await narrative().inputValue()).toBe('La versión del teléfono.');
  });
});
