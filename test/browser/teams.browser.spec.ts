import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Stack, startStack } from '../harness/index.js';
import { accessibilityProblems, go, openBrowser, overflow, picture, visit } from './browser.js';

const CYCLE = '2026-annual';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('The technical teams in the browser', () => {
  it('let a lead tell how far the workplan is, and the Secretariat approve it; then the workplan shows it', async () => {
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
    await go(reviewer, `/region?cycle=${CYCLE}`);
    await reviewer.getByRole('row', { name: /Recepción.*1 de 2 realizadas/ }).waitFor();
    await reviewer.context().close();
  }, 90_000);

  it.each([
    ['teams', '/teams'],
    ['team', '/teams/RTT-LG?year=2024'],
    ['team-region', '/region?cycle=2024-annual'],
  ])(
    'are readable by everybody and on a narrow screen: %s',
    async (name, path) => {
      for (const [lang, size] of [
        ['es', 'narrow'],
        ['en', 'desktop'],
      ] as const) {
        const page = await visit(browser, stack.url, { as: 'secretariat.unhcr', lang, size });
        await go(page, path);
        await picture(page, `${name}-${lang}`);
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
        await page.context().close();
      }
    },
    90_000,
  );
});
