import { describe, expect, it } from '@jest/globals';
import { accessibilityProblems, go, visit } from './browser.js';
import { browser, stack } from './product.js';

const CYCLE = '2026-annual';

describe('The technical teams in the browser', () => {
  it('let a lead tell how far the workplan is, and the Secretariat approve it; the workplan shows it to the public only with its cycle', async () => {
    const lead = await visit(browser, stack.url, { as: 'team.ra', lang: 'en' });
    await go(lead, '/');
    expect(new URL(lead.url()).pathname).toBe('/teams');
    await lead.getByRole('link', { name: 'Reception, Admission and Case Processing' }).click();
    await lead.getByRole('link', { name: 'Write the team’s update' }).click();
    await lead
      .getByRole('group', { name: 'Repeat the commissions meeting' })
      .getByLabel('Status')
      .selectOption('done');
    await lead.getByRole('button', { name: 'Submit for review' }).click();
    await lead.getByRole('alert').waitFor();
    await lead.getByRole('textbox', { name: 'English' }).first().fill('The commissions met again.');
    await lead.getByRole('button', { name: 'Submit for review' }).click();
    await lead.getByText('The commissions met again.').waitFor();
    expect(await accessibilityProblems(lead)).toEqual([]);
    await lead.context().close();

    const reviewer = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es' });
    await go(reviewer, '/teams');
    await reviewer.getByRole('link', { name: /^Recepción.*2026/ }).click();
    await reviewer.getByRole('button', { name: 'Aprobar' }).click();
    await reviewer
      .getByText(/Aprobada$/)
      .first()
      .waitFor();
    await go(reviewer, `/teams/RTT-RA?year=2026&status=done`);
    await reviewer.getByRole('rowheader', { name: 'Repetir la reunión de comisiones' }).waitFor();
    await reviewer.getByText('No es público hasta que se publique el ciclo').waitFor();
    const reader = await visit(browser, stack.url, { as: 'focal.comar.mx', lang: 'es' });
    const statusOf = () =>
      reader.getByRole('row', { name: /Repetir la reunión de comisiones/ }).getByText(/Programada|Realizada/);
    await go(reader, '/teams/RTT-RA?year=2026');
    expect(await statusOf().innerText()).toMatch(/Programada/);
    await stack.sql(`UPDATE cycles SET state = 'published' WHERE key = $1`, [CYCLE]);
    await go(reader, '/teams/RTT-RA?year=2026');
    expect(await statusOf().innerText()).toMatch(/Realizada/);
    await reader.context().close();
    await go(reviewer, `/region?cycle=${CYCLE}`);
    await reviewer.getByRole('row', { name: /Recepción.*1 de 2 realizadas/ }).waitFor();
    await reviewer.context().close();
  });

  it('let a lead record a session and a product with its file, each problem beside its field', async () => {
    const lead = await visit(browser, stack.url, { as: 'team.ra', lang: 'en' });
    await go(lead, '/teams/RTT-RA?year=2026');
    await lead.getByRole('link', { name: 'Record a session' }).click();
    await lead.getByLabel('Title, in English').fill('Third meeting');
    await lead.getByLabel('Title, in Spanish').fill('Tercera reunión');
    await lead.getByLabel('How exactly the date is known').selectOption('month');
    await lead.getByLabel('When').fill('2026-03-12');
    await lead.getByRole('button', { name: 'Add who took part' }).click();
    await lead.getByLabel('Institution').fill('REG:NOBODY');
    await lead.getByRole('button', { name: 'Save' }).click();
    await lead.getByText('give the first day of the month').first().waitFor();
    expect(await lead.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('date');
    expect(await accessibilityProblems(lead)).toEqual([]);
    await lead.getByLabel('When').fill('2026-03-01');
    await lead.getByRole('button', { name: 'Save' }).click();
    await lead.getByText('No institution has the key REG:NOBODY.').first().waitFor();
    await lead.getByLabel('Institution').fill('REG:UNHCR');
    await lead.getByRole('button', { name: 'Save' }).click();
    await lead.getByText('Third meeting').waitFor();

    await lead.getByRole('link', { name: 'Add a product' }).click();
    await lead.getByLabel('Title, in English').fill('Guide');
    await lead.getByLabel('Title, in Spanish').fill('Guía');
    const file = lead.locator('input[type=file]');
    await file.setInputFiles({
      name: 'guide.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html>'),
    });
    await lead.getByRole('button', { name: 'Save' }).click();
    await lead
      .getByText(/must be a PDF/)
      .first()
      .waitFor();
    await file.setInputFiles({
      name: 'guide.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7'),
    });
    await lead.getByRole('button', { name: 'Save' }).click();
    const [download] = await Promise.all([
      lead.waitForEvent('download'),
      lead.getByRole('link', { name: /guide\.pdf/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('guide.pdf');
    await lead.context().close();
  });

  it('say what to do when two people changed a team, and keep what was written', async () => {
    const first = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'en' });
    const second = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang: 'es' });
    for (const page of [first, second]) await go(page, '/teams/RTT-JL/edit');
    await first.getByLabel('Name, in English').first().fill('Jobs');
    await first.getByRole('button', { name: 'Save' }).click();
    await first.getByRole('heading', { name: 'Jobs' }).waitFor();
    await second.getByLabel('Nombre, en inglés').first().fill('Livelihoods');
    await second.getByRole('button', { name: 'Guardar' }).click();
    await second.getByRole('button', { name: 'Conservar lo mío y guardarlo encima' }).click();
    await second.getByRole('button', { name: 'Guardar' }).click();
    await second.getByRole('heading', { name: 'Empleo y Medios de Vida' }).waitFor();
    const team = await stack.stranger.json<{ nameEn: string }>('GET', '/api/teams/RTT-JL');
    expect(team.nameEn).toBe('Livelihoods');
    for (const page of [first, second]) await page.context().close();
  });
});
