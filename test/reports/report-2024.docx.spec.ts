import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeReport } from '#features/reports';
import { reportWord } from '../../libs/features/reports/word/report.word.js';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { readWord, type ReadWord } from './docx-checks.js';
import { pictures } from './pictures.js';
import { withoutSpace } from './pdf-checks.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };
const TRACKER = 'https://mirps.example.org';

describe.each(['en', 'es'] as const)('the Word file of the Annual Report 2024 in %s', (lang) => {
  const content = snapshot2024('annual');
  const render = (): Promise<Buffer> => reportWord(composeReport(content, origin, 'annual', lang), TRACKER);
  let rendered: Buffer;
  let word: ReadWord;

  beforeAll(async () => {
    rendered = await render();
    word = readWord(rendered);
  });

  it('is a sound package in its language', () => {
    expect(word.problems).toEqual([]);
    expect(word).toMatchObject({
      title: lang === 'en' ? 'MIRPS Annual Report 2024' : 'Informe Anual del MIRPS 2024',
      lang: lang === 'en' ? 'en-US' : 'es-MX',
    });
  });

  it('tells each of the 199 facts', () => {
    expect(content.facts).toHaveLength(199);
    const missing = content.facts.filter(
      (fact) =>
        !word.text.includes(withoutSpace((lang === 'en' ? fact.textEn : fact.textEs) ?? fact.code ?? '?')),
    );
    expect(missing.map(({ code }) => code)).toEqual([]);
  });

  it('has headings, captions, heads of tables, footnotes and words for each chart', () => {
    const count = (style: string): number => word.styles.get(style) ?? 0;
    expect(count('Heading1')).toBeGreaterThan(15);
    expect(count('Heading2')).toBeGreaterThan(60);
    expect(count('Heading4')).toBe(84);
    expect(count('Caption')).toBeGreaterThan(50);
    expect(word.tables).toBeGreaterThan(count('Caption') - word.charts);
    expect(word.footnotes).toBeGreaterThan(50);
    expect(word.notes).toContain(lang === 'en' ? 'Period:Oct2022–Aug2023' : 'Período:oct2022–ago2023');
    const charts = pictures(composeReport(content, origin, 'annual', lang)).filter(
      ({ type }) => type === 'chart',
    );
    expect([word.charts, word.headless, word.silent]).toEqual([charts.length, 0, 0]);
  });

  if (lang === 'es')
    it('has the same bytes again', async () => {
      expect((await render()).equals(rendered)).toBe(true);
    });
});
