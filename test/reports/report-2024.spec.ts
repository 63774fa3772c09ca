import { beforeAll, describe, expect, it } from '@jest/globals';
import { renderReport } from '#features/reports';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { deadLinks, leaks, repeatedIds, skippedHeadings, textOf, unbalancedTags } from './html-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const TRACKER = 'https://mirps.example.org';

describe.each(['en', 'es'] as const)('the Annual Report 2024 in %s', (lang) => {
  const content = snapshot2024('annual');
  let body: string;
  let text: string;

  beforeAll(async () => {
    body = String((await renderReport(content, origin, 'annual', lang, 'html', TRACKER)).body);
    text = textOf(body);
  });

  it('is sound HTML', () => {
    expect(unbalancedTags(body)).toEqual([]);
    expect(repeatedIds(body)).toEqual([]);
    expect(deadLinks(body)).toEqual([]);
    expect(skippedHeadings(body)).toEqual([]);
    expect(leaks(body)).toEqual([]);
  });

  it('tells each of the 199 facts in its one place', () => {
    expect(content.facts).toHaveLength(199);
    const missing = content.facts.filter(
      (fact) =>
        !body.includes(`id="fact-${fact.code}"`) ||
        !text.includes((lang === 'en' ? fact.textEn : fact.textEs)?.replace(/\s+/g, ' ') ?? ''),
    );
    expect(missing.map(({ code }) => code)).toEqual([]);
  });

  it('shows each of the 171 figures where it is told and in the annex', () => {
    expect(content.figures).toHaveLength(171);
    expect(
      content.figures.filter(
        ({ id }) => !body.includes(`data-figure="${id}"`) || !body.includes(`id="figure-${id}"`),
      ),
    ).toEqual([]);
  });

  it('leads to every update that counts, and has a row for every commitment', () => {
    expect(content.updates.filter(({ id }) => !body.includes(`href="${TRACKER}/updates/${id}"`))).toEqual([]);
    expect(content.others.commitments.filter(({ code }) => !body.includes(`id="status-${code}"`))).toEqual(
      [],
    );
  });

  it('gives coverage for each State and the region', () => {
    const words = lang === 'en' ? 'of' : 'de';
    for (const cell of content.cells.filter(({ level }) => level === 'state' || level === 'region'))
      expect(text).toContain(`${cell.reported} ${words} ${cell.commitments}`);
  });

  it('says whose words the template’s commitments are', () => {
    const marker =
      lang === 'en'
        ? 'From the regional template, not the State’s own wording'
        : 'Tomado de la plantilla regional; no es la redacción propia del Estado';
    expect(text.split(marker).length - 1).toBeGreaterThanOrEqual(6);
  });
});

describe('the mid-year report 2024', () => {
  it.each(['en', 'es'] as const)('is sound HTML in %s and tells every fact of its cycle', async (lang) => {
    const content = snapshot2024('mid_year');
    const rendered = await renderReport(content, origin, 'mid_year', lang, 'html', TRACKER);
    const body = String(rendered.body);
    expect([
      unbalancedTags(body),
      repeatedIds(body),
      deadLinks(body),
      skippedHeadings(body),
      leaks(body),
    ]).toEqual([[], [], [], [], []]);
    expect(content.facts.filter(({ code }) => !body.includes(`id="fact-${code}"`))).toEqual([]);
  });
});
