import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../harness/index.js';
import { go, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

const CYCLE = '2026-annual';

interface Completeness {
  commitments: { commitmentId: string; code: string; status: string }[];
}

let coordinator: Client;

beforeAll(async () => {
  coordinator = await stack.signIn('coordinator.mx@mirps.example');
});

const standing = (): Promise<Completeness> => coordinator.json('GET', `/api/cycles/${CYCLE}/completeness/MX`);

describe('The way of a cycle through its people', () => {
  it('lets a coordinator return one update with a reason and approve the next, by keys alone', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en' });
    await go(page, '/');
    expect(new URL(page.url()).pathname).toBe('/review');
    const waiting = await page.getByRole('listitem').filter({ hasText: 'submitted' }).count();
    expect(waiting).toBeGreaterThan(1);

    await page.getByRole('link', { name: 'Start with the first' }).press('Enter');
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    const first = await page.getByRole('heading', { level: 1 }).innerText();
    await page.keyboard.press('j');
    await page.getByRole('navigation', { name: 'Updates to review' }).getByText(`2 of ${waiting}`).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Return with a reason' });
    await dialog.getByRole('button', { name: 'Return with a reason' }).press('Enter');
    await dialog.getByText('Write the reason').waitFor();
    await dialog.getByRole('button', { name: 'Say which period the figure covers.' }).press('Enter');
    await dialog.getByRole('button', { name: 'Return with a reason' }).press('Enter');
    await page.getByText('returned to its author.').waitFor();

    await page
      .getByRole('navigation', { name: 'Updates to review' })
      .getByText(`1 of ${waiting - 1}`)
      .waitFor();
    await page.keyboard.press('a');
    await page.getByText(/ approved\.$/).waitFor();
    await page.context().close();

    const { items } = await coordinator.json<{ items: { reviewState: string }[] }>(
      'GET',
      `/api/updates?cycle=${CYCLE}&state=MX&limit=200`,
    );
    expect(items.filter(({ reviewState }) => reviewState === 'submitted')).toHaveLength(waiting - 2);
  });

  it('lets a small State have one person approve, and asks for two again, each time with a reason', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en' });
    await go(page, '/states/MX');
    for (const [act, after] of [
      ['Let one person be enough', /^One person is enough/],
      ['Ask for two people again', /^Two people are needed/],
    ] as const) {
      await page.getByRole('button', { name: act }).click();
      const dialog = page.getByRole('dialog', { name: act });
      await dialog.getByRole('button', { name: act }).click();
      await dialog.getByText('Write the reason').waitFor();
      await dialog.getByLabel('Why').fill(`${act}, for a test`);
      await dialog.getByRole('button', { name: act }).click();
      await page.getByText(after).waitFor();
    }
    await page.getByRole('combobox', { name: 'History of' }).selectOption('State');
    await page.getByText('Ask for two people again, for a test').waitFor();
    await page.context().close();
  });

  it('explains what was not reported and submits the State, with what is missing spelled out before', async () => {
    const page = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'es' });
    await go(page, `/cycles/${CYCLE}`);
    await page.getByRole('button', { name: 'Presentar el ciclo del Estado: México' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Presentar el ciclo del Estado' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();

    await page.getByText(/^Faltan \d+ compromisos$/).click();
    const [missing] = (await standing()).commitments.filter(({ status }) => status === 'missing');
    await page.getByRole('button', { name: `Explicar: ${missing?.code}` }).click();
    await page
      .getByRole('dialog')
      .getByLabel('Por qué no se valoró')
      .fill('La institución aún no tiene información.');
    await page.getByRole('dialog').getByRole('button', { name: 'Explicar' }).click();
    await page.getByText(`${missing?.code} explicado.`).waitFor();

    await completeTheRest();
    await go(page, `/cycles/${CYCLE}`);
    await page.getByRole('button', { name: 'Presentar el ciclo del Estado: México' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Presentar el ciclo del Estado' }).click();
    await page.getByText('Presentado a la Presidencia.').waitFor();
    await page.context().close();
  });

  it('leads from the regional matrix down to an update with its figures', async () => {
    const page = await visit(browser, stack.url, { as: 'presidency.sv', lang: 'en' });
    await go(page, '/region?cycle=2024-annual');
    await page.getByRole('link', { name: /^Mexico, Protection:/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Mexico' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByRole('link', { name: 'Update MX-04' }).click();
    await page.getByRole('heading', { name: 'Facts and figures' }).waitFor();
    await page
      .getByText(/more than 1,200 people/)
      .first()
      .waitFor();
    expect(await page.getByText('Illustrative').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('checks the frozen state of 2024, makes its report, which can be read, and a fact sheet', async () => {
    const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es' });
    await go(page, '/cycles/2024-annual');
    await page.getByRole('button', { name: 'Verificar' }).click();
    await page.getByText('Intacta; las actualizaciones dan de nuevo el mismo hash.').waitFor();

    await page.getByRole('link', { name: 'Informes a partir de ella' }).click();
    const form = page.locator('form');
    await form.getByRole('combobox', { name: 'Idioma' }).selectOption('en');
    await form.getByRole('button', { name: 'Generar' }).click();
    await page.getByText('El informe se está generando.').waitFor();
    await page.getByRole('link', { name: 'Leer: Informe Anual · Ciclo anual 2024, en, html' }).click();
    const report = page.frameLocator('iframe[title="El informe"]');
    await report.getByRole('heading', { level: 1 }).first().waitFor();
    await picture(page, 'report');

    await page.getByRole('link', { name: 'Informes', exact: true }).first().click();
    await form.getByRole('combobox', { name: 'Tipo' }).selectOption('Ficha de Estado');
    await form.getByRole('combobox', { name: 'Estado' }).selectOption('México');
    await form.getByRole('combobox', { name: 'Formato' }).selectOption('Para imprimir y publicar (PDF)');
    await form.getByRole('button', { name: 'Generar' }).click();
    const list = page.getByRole('search');
    await list.getByRole('combobox', { name: 'Tipo' }).selectOption('Ficha de Estado');
    const file = page.getByRole('link', {
      name: 'Descargar: Ficha de Estado: México · Ciclo anual 2024, es, pdf',
    });
    const sheet = await page.context().request.get(String(await file.getAttribute('href')));
    expect(sheet.headers()['content-disposition']).toContain('mirps-2024-annual-state-mx-es.pdf');
    expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.context().close();
  });

  it('shows where mail goes and who would be reminded', async () => {
    const page = await visit(browser, stack.url, { as: 'admin', lang: 'en' });
    await go(page, '/reminders?at=2026-11-28T15:00');
    await page.getByRole('heading', { name: /^Reminders on/ }).waitFor();
    await go(page, '/mail-outbox');
    await page.getByText('nothing leaves').waitFor();
    await page.context().close();
  });
});

/** By the API, what would be many more presses of the same buttons. */
async function completeTheRest(): Promise<void> {
  const focalPoints = new Map<string, Client>();
  for (const { commitmentId, code, status } of (await standing()).commitments) {
    if (status === 'missing')
      await coordinator.json('PUT', `/api/cycles/${CYCLE}/explanations/${commitmentId}`, {
        kind: 'not_assessed',
        textEs: 'Sin información.',
      });
    if (status !== 'submitted' && status !== 'returned' && status !== 'draft') continue;
    const timeline = await coordinator.json<{ id: string; cycleKey: string; isLatest: boolean }[]>(
      'GET',
      `/api/commitments/${commitmentId}/updates`,
    );
    const id = timeline.find(({ cycleKey, isLatest }) => cycleKey === CYCLE && isLatest)?.id;
    if (status !== 'submitted') await submitAsAuthor(focalPoints, String(id), code);
    await coordinator.json('POST', `/api/updates/${id}/approve`);
  }
}

/** Whoever of Mexico's focal points the update is due for sends it once more. */
async function submitAsAuthor(known: Map<string, Client>, id: string, code: string): Promise<void> {
  const people = await coordinator.json<{ email: string; role: string; state: string | null }[]>(
    'GET',
    '/api/demo-sign-ins',
  );
  for (const { email } of people.filter(({ role, state }) => role === 'focal_point' && state === 'MX')) {
    const client = known.get(email) ?? (await stack.signIn(email));
    known.set(email, client);
    const due = await client.json<{ code: string }[]>('GET', '/api/updates/due');
    if (!due.some((item) => item.code === code)) continue;
    await client.json('POST', `/api/updates/${id}/submit`);
    return;
  }
  throw new Error(`Nobody owes ${code}`);
}
