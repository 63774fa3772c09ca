import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { eventually, type Stack, startStack } from '../harness/index.js';
import { accessibilityProblems, go, openBrowser, overflow, picture, visit } from './browser.js';

const CYCLE = '2024-annual';
const LIST = `/reports/preparation/${CYCLE}`;
const CHAPTER = `${LIST}/chapter-MX`;

let stack: Stack;
let browser: Browser;
let secretariat: Page;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
  secretariat = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'en' });
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** The page as a wide and as a narrow screen have it, without barriers. */
async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    // What the last press left half below the bar at the top is no small target.
    await page.evaluate(() => window.scrollTo(0, 0));
    await picture(page, `${name}-${width}`);
    expect([await overflow(page), await accessibilityProblems(page)]).toEqual([0, []]);
  }
  if (before) await page.setViewportSize(before);
}

const english = (page: Page) => page.getByRole('textbox', { name: 'English' });
const spanish = (page: Page) => page.getByRole('textbox', { name: 'Español' });

/** Replaces both texts of the open section, and waits until the server has them. */
async function write(page: Page, saved: RegExp, texts: { en: string; es: string }): Promise<void> {
  await english(page).fill(texts.en);
  const stored = page.waitForResponse(
    async (answer) =>
      answer.request().method() === 'PUT' && (await answer.text()).includes(JSON.stringify(texts.es)),
  );
  await spanish(page).fill(texts.es);
  expect((await stored).status()).toBe(200);
  await page.getByText(saved).waitFor();
}

const RIGHT = {
  en: 'Mexico reported {{rollup:MX.coverage}} commitments.',
  es: 'México informó {{rollup:MX.coverage}} compromisos.',
};

/** The storage loses a file of what is published; the Secretariat has it made again. */
async function findLostFile(panel: Locator): Promise<void> {
  const status = async (): Promise<number> =>
    (await secretariat.context().request.get(`${stack.url}/api/editions/${CYCLE}/1/files/es/csv`)).status();
  const [lost] = await stack.sql<{ key: string }>(
    `SELECT f.storage_key AS key FROM edition_files f JOIN editions e ON e.id = f.edition_id JOIN cycles c ON c.id = e.cycle_id
      WHERE c.key = '${CYCLE}' AND e.number = 1 AND f.lang = 'es' AND f.format = 'csv'`,
  );
  rmSync(join(stack.dataDir, 'files', lost?.key ?? 'none'));
  expect(await status()).toBe(410);
  const check = panel.getByRole('button', { name: 'Check the files: Edition 1' });
  await check.click();
  await panel.getByText('What is missing or of an older form is being made.').waitFor();
  await eventually('the lost file', async () => (await status()) === 200);
  await check.click();
  await panel.getByText('All files are there.').waitFor();
}

describe('The report in preparation', () => {
  it('tells what each section has and lacks, and begins a chapter from approved updates', async () => {
    await go(secretariat, LIST);
    await secretariat.getByRole('button', { name: 'Missing 18' }).waitFor();
    const row = secretariat.getByRole('row', { name: /^Mexico: national context/ });
    await row.getByRole('button', { name: /^Mexico: Change who answers/ }).waitFor();
    await secretariat.getByText('18 sections have no text and are left out').waitFor();
    await look(secretariat, 'composition-list-en');

    await row.getByRole('link').click();
    await secretariat.getByRole('button', { name: 'Suggest a first draft' }).click();
    await secretariat.getByText(/Saved, /).waitFor();
    const preview = secretariat.getByRole('region', { name: 'Preview, Español' });
    await preview.getByText('México informó sobre 18 de 33 compromisos.').waitFor();
    expect(await english(secretariat).inputValue()).toContain('{{rollup:MX.coverage}}');
  });

  it('keeps a wrong reference from being final, points out a number that contradicts, and inserts what is found', async () => {
    await write(secretariat, /Saved, /, {
      en: 'See {{fact:ZZ99}}.\nThe mean progress of Mexico is 12 %.',
      es: 'México avanzó.',
    });
    const problems = secretariat.getByRole('region', { name: 'To look at' });
    await problems.getByText('Contradicts the snapshot').waitFor();
    await secretariat.getByRole('button', { name: 'Mark as final' }).click();
    await secretariat.getByText('Line 1: {{fact:ZZ99}} stands for nothing.').waitFor();
    await look(secretariat, 'composition-problems-en');

    await problems.getByRole('button', { name: 'English, line 1' }).click();
    await secretariat.keyboard.press('Backspace');
    await secretariat.getByRole('button', { name: 'Insert a figure' }).click();
    const picker = secretariat.getByRole('dialog');
    await picker.getByRole('searchbox').fill('mexico health mean');
    await picker.getByRole('button', { name: /\{\{rollup:MX\.health\.mean\}\}$/ }).click();
    expect(await english(secretariat).inputValue()).toMatch(/^See \{\{rollup:MX\.health\.mean\}\}\.\n/);

    // A fact is found by its State and a part of its value, and says where it was found.
    await secretariat.getByRole('button', { name: 'Insert a figure' }).click();
    expect(await picker.getByLabel('Of', { exact: true }).inputValue()).toBe('MX');
    await picker.getByRole('searchbox').fill('mexico 140,777');
    await picker.getByText('Mexico · Source: MIRPS Annual Report 2024, chapter on Mexico').waitFor();
    await picker.getByLabel('The number alone, without unit and window').check();
    await look(secretariat, 'composition-picker-en');
    await picker.getByRole('button', { name: /\{\{fact:MX24-01\.number\}\}$/ }).click();
    expect(await english(secretariat).inputValue()).toContain(
      'See {{rollup:MX.health.mean}}{{fact:MX24-01.number}}.',
    );
    await secretariat.getByText(/Saved, /).waitFor();

    await go(secretariat, `${LIST}?state=draft`);
    const row = secretariat.getByRole('row', { name: /^Mexico: national context/ });
    await row.getByText('1 number contradicts').waitFor();
    await secretariat.getByText('Numbers typed by hand contradict the snapshot').waitFor();
    await secretariat.getByRole('button', { name: 'Put the edition together' }).click();
    await secretariat.getByRole('alert').filter({ hasText: 'Mexico: national context' }).waitFor();
  });

  it('shows two who write at once what the other one wrote, and stores what is chosen', async () => {
    const mexico = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'es' });
    await go(mexico, CHAPTER);
    await go(secretariat, CHAPTER);
    await write(secretariat, /Saved, /, { ...RIGHT, es: 'México avanzó según la Secretaría.' });

    await spanish(mexico).fill('México avanzó según México.');
    const dialog = mexico.getByRole('dialog', { name: 'Otra persona lo modificó entretanto' });
    await dialog.getByText('la Secretaría.').waitFor();
    await dialog.getByText('Inés Robledo').waitFor();
    await look(mexico, 'composition-conflict-es');
    await dialog.getByRole('button', { name: 'Ahora no' }).click();
    await mexico.getByText('Otra persona guardó entretanto.').waitFor();
    await mexico.getByRole('button', { name: 'Comparar ambas' }).click();
    const side = dialog.getByRole('group', { name: 'Español' });
    expect(await side.getByLabel('La mía').isChecked()).toBe(true);
    // The language that only the other one wrote in stays as the other one has it.
    expect(
      await dialog.getByRole('group', { name: 'English' }).getByLabel('En el servidor').isChecked(),
    ).toBe(true);
    await dialog.getByRole('button', { name: 'Usar lo elegido' }).click();
    await mexico.getByText(/Guardado, /).waitFor();

    await go(mexico, CHAPTER);
    expect([await spanish(mexico).inputValue(), await english(mexico).inputValue()]).toEqual([
      'México avanzó según México.',
      RIGHT.en,
    ]);
    const versions = mexico.getByRole('region', { name: 'Versiones' });
    await versions.locator('del', { hasText: 'la Secretaría.' }).waitFor();
    await versions.locator('ins', { hasText: 'México.' }).waitFor();
    await versions.getByText('Nada cambió en este idioma.').waitFor();

    await versions.getByRole('button', { name: /^Recuperar la versión \d+$/ }).click();
    expect(await spanish(mexico).inputValue()).toBe('México avanzó según la Secretaría.');
    await mexico.getByText(/Guardado, /).waitFor();
    await mexico.context().close();
  });

  it('comes back to the State with a note, which the coordinator is told of, and is handed in again', async () => {
    await go(secretariat, CHAPTER);
    await secretariat.getByRole('button', { name: 'Give back with a note' }).click();
    const dialog = secretariat.getByRole('dialog', { name: 'Give the section back' });
    await dialog.getByLabel('What is to be changed').fill('Name the months, please.');
    await look(secretariat, 'composition-give-back-en');
    await dialog.getByRole('button', { name: 'Give back with a note' }).click();
    await secretariat.getByText('Returned').first().waitFor();

    const mexico = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'es' });
    await go(mexico, `${LIST}?state=returned`);
    await eventually('the notice', async () => {
      const answer = await mexico.context().request.get('/api/me/notifications?limit=20');
      return (await answer.text()).includes('section_returned');
    });
    await mexico
      .getByRole('row', { name: /^México: contexto nacional/ })
      .getByRole('link')
      .click();
    await mexico.getByText('La Secretaría pide cambios').waitFor();
    await mexico.getByText('Name the months, please.').waitFor();
    await look(mexico, 'composition-returned-es');
    // Without a network the text waits on the device, and goes out when the network is back.
    await mexico.context().setOffline(true);
    await spanish(mexico).fill('México avanzó de enero a septiembre.');
    await mexico.getByText('Sin conexión. Guardado en este dispositivo').waitFor();
    const stored = mexico.waitForResponse((answer) => answer.request().method() === 'PUT');
    await mexico.context().setOffline(false);
    expect(await (await stored).text()).toContain('México avanzó de enero a septiembre.');
    await mexico.getByText(/Guardado, /).waitFor();
    await mexico.getByRole('button', { name: 'Enviar a revisión' }).click();
    await mexico.getByText('En revisión').first().waitFor();
    await mexico.context().close();
  });

  it('becomes an edition that two persons approve, is published for good, and is corrected by the next one', async () => {
    await go(secretariat, CHAPTER);
    await write(secretariat, /Saved, /, RIGHT);
    await secretariat.getByRole('button', { name: 'Mark as final' }).click();
    await secretariat.getByText('This section is final.').waitFor();
    expect(await english(secretariat).isEditable()).toBe(false);

    await go(secretariat, LIST);
    const panel = secretariat.getByRole('region', { name: 'Edition' });
    await panel.getByRole('button', { name: 'Put the edition together' }).click();
    await panel.getByRole('button', { name: 'Make the files' }).click();
    await panel.getByText('0 of 12 files ready').waitFor();
    await panel.getByRole('button', { name: 'Call off' }).click();
    await panel.getByText('Called off').first().waitFor();
    await panel.getByRole('button', { name: 'Make what is missing' }).click();
    await panel.getByText('12 of 12 files ready').waitFor({ timeout: 120_000 });
    await look(secretariat, 'composition-edition-en');

    const presidency = await visit(browser, stack.url, { as: 'presidency.sv', lang: 'es' });
    await go(presidency, LIST);
    await presidency.getByRole('link', { name: 'Leerla como la verá el público' }).click();
    await presidency.getByText('Esta edición no está publicada.').waitFor();
    await presidency.goBack();
    const approval = presidency.getByRole('button', { name: 'Aprobar por la Presidencia' });
    await approval.click();
    await approval.waitFor({ state: 'detached' });
    await presidency.getByRole('button', { name: 'Retirar la aprobación de la Presidencia' }).click();
    await approval.click();
    await approval.waitFor({ state: 'detached' });
    await presidency.context().close();

    await go(secretariat, LIST);
    await panel.getByRole('button', { name: 'Approve for the Secretariat' }).click();
    await panel.getByRole('button', { name: 'Publish' }).click();
    await panel.getByRole('button', { name: 'Publish for good' }).click();
    await panel.getByRole('link', { name: 'Edition 1' }).waitFor();
    await findLostFile(panel);

    await panel.getByRole('button', { name: 'Put the edition together' }).click();
    await panel.getByRole('alert').getByText('say what this one corrects').first().waitFor();
    await panel.getByLabel('What it corrects, in English').fill('The coverage of Mexico.');
    await panel.getByLabel('What it corrects, in Spanish').fill('La cobertura de México.');
    await panel.getByRole('button', { name: 'Put the edition together' }).click();
    await panel.getByText('Edition 2, in preparation').waitFor();
    await panel.getByText('The coverage of Mexico.').first().waitFor();
    // Its files and approvals are as the first one's.
    await stack.sql(
      `UPDATE editions e SET state = 'published', published_at = now(), presidency_at = now(), secretariat_at = now(),
              presidency_by = o.presidency_by, secretariat_by = o.secretariat_by
         FROM editions o WHERE o.cycle_id = e.cycle_id AND o.number = 1 AND e.number = 2`,
    );
    await go(secretariat, LIST);
    await panel
      .getByRole('listitem')
      .filter({ hasText: 'Edition 2' })
      .getByText('The coverage of Mexico.')
      .waitFor();
  }, 240_000);

  it.each(['es', 'en'] as const)('is read by everybody at its permanent address: %s', async (lang) => {
    const page = await visit(browser, stack.url, { lang });
    await go(page, `/reports/${CYCLE}/1`);
    expect(new URL(page.url()).pathname).toBe(`/${lang}/reports/${CYCLE}/1`);
    const sent = await page.context().request.get(page.url());
    expect(await sent.text()).toContain(
      lang === 'es' ? '<title>Informe Anual 2024, edición 1' : '<title>Annual Report 2024, edition 1',
    );
    await page
      .getByText(lang === 'es' ? 'Hay una edición más reciente' : 'There is a newer edition')
      .waitFor();
    await page
      .getByText(lang === 'es' ? 'La cobertura de México.' : 'The coverage of Mexico.')
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: lang === 'es' ? 'Cómo citar' : 'How to cite' })
      .getByText(`/${lang}/reports/${CYCLE}/1`)
      .waitFor();
    const report = page.frameLocator('iframe');
    await report
      .getByText(
        lang === 'es' ? 'México informó 18 de 33 compromisos.' : 'Mexico reported 18 of 33 commitments.',
      )
      .waitFor({ state: 'attached' });
    const file = page.getByRole('link', { name: lang === 'es' ? 'CSV, Español' : 'CSV, English' });
    const answer = await page.context().request.get((await file.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    const hash = answer.headers()['etag']?.replaceAll('"', '') ?? 'none';
    await page.getByText(hash).waitFor();
    await look(page, `edition-${lang}`);

    const others = page.getByRole('region', { name: lang === 'es' ? 'Otras ediciones' : 'Other editions' });
    await others.getByRole('link').click();
    await page.waitForURL(`**/reports/${CYCLE}/2`);
    await page.getByText(lang === 'es' ? 'La cobertura de México.' : 'The coverage of Mexico.').waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: lang === 'es' ? 'Informes' : 'Reports' })
      .click();
    await page
      .getByRole('region', { name: lang === 'es' ? 'Informes publicados' : 'Published reports' })
      .getByRole('link', { name: /Informe Anual|Annual Report/ })
      .click();
    await page.waitForURL(`**/reports/${CYCLE}/2`);
    await page.context().close();
  });

  it.each([
    ['es', 'Es un archivo del MIRPS, sin cambios', 'Ningún archivo publicado aquí'],
    ['en', 'This is a file of the MIRPS, unchanged', 'No file published here'],
  ] as const)(
    'tells everybody whether a copy of a file is what was published: %s',
    async (lang, known, unknown) => {
      const page = await visit(browser, stack.url, { lang });
      await go(page, `/reports/${CYCLE}/1`);
      await page.getByRole('link', { name: lang === 'es' ? 'Compruebe una copia' : 'Check a copy' }).click();
      await page.waitForURL(`**/${lang}/verify`);
      const path = `/api/editions/${CYCLE}/1/files/${lang}/docx`;
      const copy = await (await page.context().request.get(`${stack.url}${path}`)).body();
      const choose = async (name: string, buffer: Buffer) =>
        page
          .locator('input[type=file]')
          .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      const sent: string[] = [];
      page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));

      await choose('report.docx', copy);
      const answer = page.getByRole('status').filter({ hasText: 'SHA-256' });
      await answer.getByText(known).waitFor();
      await answer
        .getByText(lang === 'es' ? 'Edición 2, con lo que corrige' : 'Edition 2, with what it')
        .waitFor();
      expect(sent.filter((each) => !each.startsWith('GET '))).toEqual([]);
      expect(new URL(page.url()).searchParams.get('sha256')).toBe(
        createHash('sha256').update(copy).digest('hex'),
      );
      await look(page, `verify-known-${lang}`);

      copy.writeUInt8(copy.readUInt8(copy.length - 1) ^ 1, copy.length - 1);
      await choose('changed.docx', copy);
      await answer.getByText(unknown).waitFor();
      await look(page, `verify-unknown-${lang}`);

      const hash = page.getByRole('textbox', { name: 'SHA-256' });
      await hash.fill('abc');
      await page.getByRole('button', { name: lang === 'es' ? 'Comprobar' : 'Check', exact: true }).click();
      await page.getByText(lang === 'es' ? 'tiene 64 caracteres' : 'has 64 characters').waitFor();
      await page.context().close();
    },
  );
});
