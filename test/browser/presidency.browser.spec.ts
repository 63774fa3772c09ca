import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../harness/index.js';
import { accessibilityProblems, go, overflow, picture, visit } from './browser.js';
import { browser, stack } from './product.js';

const CYCLE = '2026-annual';

beforeAll(async () => {
  // Days late are counted where the State is: there it may still be yesterday.
  await stack.sql(
    `UPDATE cycles SET opens_on = today - 40, opened_at = now() - interval '40 days', due_on = today - 9, review_by_on = today + 5
       FROM (SELECT (now() AT TIME ZONE 'America/Mexico_City')::date AS today) mexico WHERE key = $1`,
    [CYCLE],
  );
  await stack.mirps(['remind']);
  await eventually('every reminder sent', async () => {
    const [ledger] = await stack.sql<{ left: number; sent: number }>(
      `SELECT count(*) FILTER (WHERE outcome = 'claimed')::int AS left, count(*) FILTER (WHERE outcome = 'sent')::int AS sent FROM reminder_ledger`,
    );
    return ledger?.left === 0 && ledger.sent > 50;
  });
});

const submissions = (state: string, where: string): Promise<unknown> =>
  stack.sql(
    `UPDATE state_submissions s SET state = '${state}', submitted_at = now(),
            decided_at = CASE WHEN '${state}' = 'accepted' THEN now() END
       FROM cycles c WHERE c.id = s.cycle_id AND c.key = $1 AND ${where}`,
    [CYCLE],
  );

/** Opens a dialog by its button, writes, and presses the button of the same name in it. */
async function say(page: Page, act: string, state: string, label: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `${act}: ${state}` }).click();
  const dialog = page.getByRole('dialog');
  if (words !== '') await dialog.getByLabel(label).fill(words);
  await dialog.getByRole('button', { name: act }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('The Presidency', () => {
  it('sees what is late and who was reminded, without names of people abroad, and takes it along', async () => {
    const page = await visit(browser, stack.url, { as: 'presidency.sv', lang: 'es' });
    await go(page, '/');
    const late = page.getByRole('region', { name: 'Lo atrasado y quién recibió recordatorio' });
    await late.getByRole('link', { name: 'México' }).click();
    await page.getByRole('heading', { level: 1, name: 'Atrasos y recordatorios' }).waitFor();
    const row = page.getByRole('row', { name: /^MX-01/ });
    await row.getByText('9 días de retraso').waitFor();
    await row.getByText('COMAR').waitFor();
    await row.locator('summary').click();
    await row.getByText('Enviado').first().waitFor();
    expect(await page.getByText('Andrea Cordero Luna').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Descargar como CSV' }).click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv).toContain('MX-01');
    expect(csv).not.toContain('CR-01');
    await picture(page, 'late-es');
    await page.context().close();

    const home = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'en', size: 'phone' });
    await go(home, '/late');
    await home.getByText('Andrea Cordero Luna (COMAR)').first().waitFor();
    expect([await overflow(home), await home.getByText('CR-01').count()]).toEqual([0, 0]);
    await home.context().close();
  });

  it('asks, reads the answer, returns and accepts, and endorses what it sees before it is frozen', async () => {
    await stack.sql(`UPDATE cycles SET state = 'in_review', review_started_at = now() WHERE key = $1`, [
      CYCLE,
    ]);
    await submissions('accepted', `s.state_code NOT IN ('MX', 'GT')`);
    await submissions('submitted', `s.state_code IN ('MX', 'GT')`);
    const page = await visit(browser, stack.url, { as: 'presidency.sv', lang: 'en' });
    await go(page, `/cycles/${CYCLE}`);
    await say(page, 'Ask', 'Mexico', 'Questions', 'Which period do the figures cover?');
    await page.getByText('Which period do the figures cover?').waitFor();

    const home = await visit(browser, stack.url, { as: 'coordinator.mx', lang: 'es', size: 'phone' });
    await go(home, `/cycles/${CYCLE}`);
    await home.getByText('Which period do the figures cover?').waitFor();
    await say(home, 'Responder', 'México', 'Mensaje a la otra parte', 'De enero a octubre.');
    await home.context().close();

    await go(page, `/cycles/${CYCLE}`);
    await page.getByText('De enero a octubre.').waitFor();
    await say(page, 'Return with questions', 'Guatemala', 'Questions', 'Health is missing.');
    await say(page, 'Accept', 'Mexico', 'Words to the other side', '');
    await page.getByText('6 of 7 accepted').waitFor();
    await page.getByRole('button', { name: 'Endorse the region' }).click();
    const dialog = page.getByRole('dialog', { name: 'Endorse the region' });
    await dialog.getByText('Still to be accepted: Guatemala.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Endorse the region' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await submissions('accepted', `s.state_code = 'GT'`);
    await go(page, `/cycles/${CYCLE}`);
    await page.getByRole('button', { name: 'Endorse the region' }).click();
    await dialog.getByRole('columnheader', { name: 'Earlier value carried forward' }).waitFor();
    await dialog.getByRole('rowheader', { name: 'Mexico' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picture(page, 'endorse-en');
    await dialog.getByRole('button', { name: 'Endorse the region' }).click();
    await page.getByText('Endorsed. The numbers are frozen.').waitFor();
    await page.getByRole('button', { name: 'Verify' }).waitFor();
    await page.context().close();
  });

  it('tells in the meeting what moved, slide by slide', async () => {
    const page = await visit(browser, stack.url, { as: 'presidency.sv', lang: 'es', size: 'phone' });
    await go(page, '/region?cycle=2024-annual');
    await page.getByRole('button', { name: 'Qué compromisos avanzaron o retrocedieron' }).click();
    await page.getByText('3 de 39 compromisos informados en ambos ciclos cambiaron de etapa.').waitFor();
    await page.getByRole('link', { name: 'Modo reunión' }).click();
    await page.getByRole('heading', { level: 2, name: /^La región/ }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { level: 2, name: /^Belice/ }).waitFor();
    expect([await overflow(page), await accessibilityProblems(page)]).toEqual([0, []]);
    await picture(page, 'meeting-phone-es');
    await page.context().close();
  });
});
