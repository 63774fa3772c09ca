import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Client, eventually } from '../harness/index.js';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

interface Plan {
  id: string;
  version: number;
  versionNumber: number;
  status: string;
  commitments: { code: string; titleEs: string; milestones: { titleEs: string }[] }[];
}

let coordinator: Client;
let page: Page;

beforeAll(async () => {
  coordinator = await stack.signIn('coordinator.mx@mirps.example');
  page = await visit(browser, stack.url, { as: 'coordinator.mx' });
});

const planAt = (address: string): Promise<Plan> =>
  coordinator.json('GET', `/api/plans/${new URL(address).pathname.split('/')[2]}`);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');

describe('The coordinator of a State', () => {
  it('begins the next version of the plan and puts it in order, by keys and by hand', async () => {
    await go(page, '/states/MX');
    await page.getByRole('link', { name: 'Versiones del plan' }).click();
    await button('Iniciar una versión nueva').click();
    await dialog().getByLabel('Por qué se revisa el plan').fill('Revisión de medio término');
    await dialog().getByRole('button', { name: 'Iniciar una versión nueva' }).click();
    await page.getByText('Nada difiere de la versión 1.').waitFor();

    const down = button('Bajar MX-01');
    for (const place of [2, 3, 4]) {
      await down.press('Enter');
      await page.getByText(`MX-01 está ahora en el lugar ${place} de 33.`).waitFor();
    }
    await button('Mover MX-33 a un lugar').press('Enter');
    await dialog().getByLabel('Lugar en el plan').selectOption('1');
    await dialog().getByRole('button', { name: 'Mover' }).press('Enter');
    await page.locator('#MX-02').evaluate((row) => row.scrollIntoView({ block: 'center' }));
    await page
      .locator('#MX-02 [title]')
      .dragTo(page.locator('#MX-03'), { steps: 8, targetPosition: { x: 200, y: 80 } });
    await page.getByText('MX-02 está ahora en el lugar 3 de 33.').waitFor();
    await page.getByText('3 compromisos cambian de lugar').waitFor();
    // The page tells the place before the API has it.
    await eventually('the order that the page shows', async () => {
      const { commitments } = await planAt(page.url());
      const first = commitments.slice(0, 5).map(({ code }) => code);
      return first.join(' ') === 'MX-33 MX-03 MX-02 MX-04 MX-01';
    });
  });

  it('words a commitment anew while somebody else saves, and takes another one out and back', async () => {
    const draft = page.url();
    await page.getByRole('link', { name: 'Acceso a la salud mental' }).click();
    await page.getByRole('textbox', { name: 'Título (ES)' }).fill('Salud mental comunitaria');
    await button('Agregar un hito').click();
    const milestone = page.getByRole('group', { name: 'Hitos 1' });
    await milestone.getByLabel('Título (ES)').fill('Protocolo firmado');
    await button('Guardar').click();
    await milestone.getByText('es obligatorio').waitFor();
    await milestone.getByLabel('Título (EN)').fill('Protocol signed');
    const { id, version } = await planAt(draft);
    await coordinator.json('PATCH', `/api/plans/${id}`, { noteEs: 'Nota' }, { 'if-match': `"${version}"` });
    await button('Guardar').click();
    await button('Conservar lo mío y guardarlo encima').click();
    await button('Guardar').click();
    await page.getByText('1 compromiso modificado').waitFor();

    await button('Quitar: MX-20').click();
    await button('Retirarlo: MX-20').click();
    await button('Reponer: MX-20').click();
    await button('Quitar: MX-20').waitFor();
    const { commitments } = await planAt(draft);
    expect(commitments).toHaveLength(33);
    expect(commitments.find(({ code }) => code === 'MX-19')).toMatchObject({
      titleEs: 'Salud mental comunitaria',
      milestones: [{ titleEs: 'Protocolo firmado' }],
    });
  });

  it('imports commitments once the file has been checked, and gives one a focal point', async () => {
    await page.getByRole('link', { name: 'Importar de un archivo' }).click();
    const rows = 'Estado;Área;Título en inglés;Título en español\nMX;health;Clinics;Clínicas móviles';
    await page.locator('input[type=file]').setInputFiles({
      name: 'plan.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows),
    });
    await button('Revisar').click();
    await button('Importar estas filas ahora').click();
    await page.getByText('Se importaron 1 de 1 filas.').waitFor();
    await page.getByRole('link', { name: /Versión 2$/ }).click();
    await page.getByText('1 compromiso nuevo').waitFor();

    await button('Asignar: MX-34').click();
    await dialog().getByLabel('Persona').selectOption({ label: 'Elena Tapia Noriega' });
    await dialog().getByRole('button', { name: 'Asignar' }).click();
    await dialog().getByRole('button', { name: 'Terminar: Elena Tapia Noriega' }).waitFor();
    await dialog().getByRole('button', { name: 'Cerrar' }).click();
    await page.locator('#MX-34').getByText('Puntos focales: Elena Tapia Noriega').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBe(0);
    await picture(page, 'plan-draft-narrow');
  });

  it('adopts the version, having read what changes and from when, and nobody edits it any more', async () => {
    await button('Adoptar esta versión').click();
    await dialog().getByText('1 compromiso nuevo').waitFor();
    await dialog().getByText('1 compromiso modificado').waitFor();
    await dialog().getByText('rige la versión 2 en lugar de la versión 1').waitFor();
    await picture(page, 'plan-adoption');
    await dialog().getByRole('button', { name: 'Adoptar esta versión' }).click();
    await page.getByText('La versión 2 está vigente.').waitFor();
    await button('Iniciar una versión nueva').waitFor();
    expect(await button(/^Quitar/).count()).toBe(0);
    expect(await planAt(page.url())).toMatchObject({ versionNumber: 2, status: 'adopted' });

    await page.getByRole('link', { name: 'Salud mental comunitaria' }).click();
    await button(/^Versiones del plan/).click();
    await page.getByText('Qué difiere: Título (ES) e Hitos').waitFor();
    expect(new URL(page.url()).search).toBe('?show=plans');
  });

  it('lets a focal point go and takes them back, and asks somebody in and thinks better of it', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await go(page, '/states/MX');
    await page.getByRole('link', { name: 'Equipo Técnico Nacional' }).click();
    await button('Terminar la función: Elena Tapia Noriega').click();
    await dialog().getByText('Ya no informa sobre MX-18, MX-34.').waitFor();
    await dialog().getByLabel('Motivo').fill('Cambio de institución');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Terminar la función' }).click();
    await button('Asignar: MX-18').waitFor();
    await button('Reincorporar: Elena Tapia Noriega').click();
    await dialog().getByRole('button', { name: 'Reincorporar' }).click();
    await button('Terminar la función: Elena Tapia Noriega').waitFor();
    await button('Asignar: MX-18').click();
    await dialog().getByLabel('Persona').selectOption({ label: 'Elena Tapia Noriega' });
    await dialog().getByRole('button', { name: 'Asignar' }).click();
    await button('Asignar: MX-18').waitFor({ state: 'detached' });

    await button('Invitar').click();
    await dialog().getByLabel('Nombre').fill('Inés Robles');
    await dialog().getByLabel('Correo electrónico').fill('ines.robles@mirps.example');
    await dialog()
      .getByLabel('Institución')
      .selectOption({ label: 'MX · Secretaría de Educación Pública de México' });
    await dialog().getByRole('button', { name: 'Enviar la invitación' }).click();
    await button('Enviar de nuevo: Inés Robles').click();
    await page.getByText('Con invitación, aún no ha entrado').waitFor();
    await picture(page, 'members-phone');
    await button('Retirar: Inés Robles').click();
    await page.getByText('No hay invitaciones pendientes.').waitFor();
    const { members, unassigned } = await coordinator.json<{
      members: { name: string; roles: { validTo: string | null }[] }[];
      unassigned: { code: string }[];
    }>('GET', '/api/states/MX/members');
    expect(members.find(({ name }) => name === 'Elena Tapia Noriega')?.roles).toMatchObject([
      { validTo: expect.any(String) },
      { validTo: null },
    ]);
    expect(unassigned.map(({ code }) => code)).toEqual(['MX-34']);
  });
});
