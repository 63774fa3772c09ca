import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { snapshotSample } from '../../../../test/factories/snapshot-sample.js';
import { leaks, textOf } from '../../../../test/reports/html-checks.js';
import { readPdf } from '../../../../test/reports/pdf-checks.js';
import { pictures } from '../../../../test/reports/pictures.js';
import { reportWord } from '../word/report.word.js';
import { chartHtml } from '../html/chart.html.js';
import { markup } from '../html/html.js';
import { composeReport } from '../report.compose.js';
import type { Inline } from '../report.document.js';
import { plainText } from '../regional.reader.js';
import { renderDocument } from '../report.render.js';

const scale = [
  { en: 'Moderate', es: 'Moderada' },
  { en: 'Extensive', es: 'Amplia' },
];
const row = (code: string, valueType: string, values: object, changes = {}) => ({
  ...{ code, valueType, values, nameEn: `Indicator ${code}`, nameEs: `Indicador ${code}` },
  ...{ placeEn: 'Mexico', placeEs: 'México', populationEn: 'Refugees', populationEs: 'Personas refugiadas' },
  ...{ unitEn: 'people', unitEs: 'personas', source: 'Results Report 2024', ...changes },
});
const reported = (value: number) => ({ state: 'reported', value });
const content = {
  values: [
    row('1.1', 'percent', {
      baseline: { state: 'unknown', value: null },
      target: { state: 'not_applicable', value: null },
      actual: reported(34.92),
    }),
    row('2.1', 'ordinal', { baseline: reported(1), actual: reported(2) }, { scale }),
    row('3.1', 'count', { actual: reported(0), target: { state: 'carried_forward', value: 21296 } }),
  ],
  budget: [
    {
      nameEn: 'Protect',
      nameEs: 'Proteger',
      currency: 'USD',
      finalBudget: 75474647,
      fundsAvailable: null,
      isTotal: false,
    },
  ],
};

describe('Indicators in a report', () => {
  const sample = snapshotSample();
  const regional = [...sample.others.regional, { id: 'indicators', content }];
  const cellsOf = (id: string, lang: 'en' | 'es'): string[][] => {
    const origin = { snapshotId: 's1', number: 1, sha256: 'a'.repeat(64) };
    const whole = { ...sample, others: { ...sample.others, regional } };
    const annex = composeReport(whole, origin, 'annual', lang).sections.find(
      (each) => each.id === 'annex-indicators',
    );
    const tables = annex?.blocks.map((block) => (block.type === 'chart' ? block.table : block));
    const found = tables?.find((block) => block.type === 'table' && block.id === id);
    const text = (line: readonly Inline[]): string => line.map(plainText).join('');
    return found?.type === 'table' ? found.rows.map(({ cells }) => cells.map(text)) : [];
  };

  it('keep unknown, not asked, carried forward and zero apart', () => {
    expect(cellsOf('indicator-values', 'en').map((cells) => cells.slice(2, 6))).toEqual([
      ['Mexico, Refugees', 'unknown', 'not asked', '34.92%'],
      ['Mexico, Refugees', 'Moderate', '—', 'Extensive'],
      ['Mexico, Refugees', '—', '21,296 people (carried forward)', '0 people'],
    ]);
  });

  it('show the shares among them as bars, with their targets, and no bar where no share is known', () => {
    const whole = { ...sample, others: { ...sample.others, regional } };
    const [chart] = pictures(
      composeReport(whole, { snapshotId: 's1', number: 1, sha256: 'a'.repeat(64) }, 'annual', 'en'),
    ).filter(({ id }) => id === 'indicator-shares');
    expect(
      chart?.type === 'chart' && chart.bars.map(({ label, values, end }) => [label, values, end]),
    ).toEqual([[expect.stringMatching(/ Mexico$/), [34.92, 65.08, 0], '34.9%']]);
  });

  it('are told in Spanish, with the budget in its own currency', () => {
    expect(cellsOf('indicator-values', 'es')[1]?.slice(1, 4)).toEqual([
      'Indicador 2.1',
      'México, Personas refugiadas',
      'Moderada',
    ]);
    expect(cellsOf('indicator-budget', 'es')[0]?.slice(0, 3)).toEqual([
      'Proteger',
      'USD\u00a075,474,647',
      '—',
    ]);
  });

  it.each(['en', 'es'] as const)(
    'are told in %s from snapshots of before series had years and ids',
    async (lang) => {
      const older = { ...sample, others: { ...sample.others, regional } };
      expect(content).not.toHaveProperty('earlier');
      expect(content.values[0]).not.toHaveProperty('seriesId');
      const origin = { snapshotId: 's1', number: 1, sha256: 'a'.repeat(64) };
      const document = composeReport(older, origin, 'annual', lang);
      expect(pictures(document).filter(({ id }) => id.startsWith('indicator-'))).toHaveLength(1);
      const address = 'https://mirps.example.org';
      const html = String((await renderDocument(document, 'html', address)).body);
      expect(textOf(html)).toContain(lang === 'en' ? 'Indicator 3.1' : 'Indicador 3.1');
      expect(leaks(html)).toEqual([]);
      const pdf = await readPdf((await renderDocument(document, 'pdf', address)).body as Buffer);
      expect(pdf.text).toContain(lang === 'en' ? 'Indicator3.1' : 'Indicador3.1');
    },
  );

  it('show series over the years, with targets and where sources differ', async () => {
    const of = (source: string, value: number, more = {}) => ({
      ...{ seriesId: 's9', source, values: { actual: reported(value), target: reported(50) } },
      ...more,
    });
    const over = {
      values: [row('9.1', 'percent', of('A', 48).values, of('A', 48)), content.values[2]],
      earlier: [of('A', 40, { year: 2022 }), of('B', 44, { year: 2022, preferred: true })],
    };
    const whole = {
      ...sample,
      others: {
        ...sample.others,
        regional: [...sample.others.regional, { id: 'indicators', content: over }],
      },
    };
    const origin = { snapshotId: 's1', number: 1, sha256: 'a'.repeat(64) };
    const document = composeReport(whole, origin, 'annual', 'en');
    const charts = pictures(document).flatMap((picture) =>
      picture.type === 'chart' && picture.id.startsWith('indicator-series') ? [picture] : [],
    );
    expect(
      charts.map(({ bars }) => bars.map(({ label, values, end, mark }) => [label, values, end, mark])),
    ).toEqual([
      [
        ['2022 (sources differ)', [0, 40], '40% · target 50%', 50],
        ['2022 (sources differ)', [44, 0], '44% · target 50%', 50],
        ['2024', [48, 0], '48% · target 50%', 50],
      ],
    ]);
    const [chart] = charts;
    expect(chart?.markLabel).toBe('Target');
    expect(chart && chartHtml(chart, markup``, 'en').text).toContain(
      '<span class="mark-key"></span>Target</li></ul>',
    );
    const lines = Object.entries(unzipSync(await reportWord(document, 'https://mirps.example.org')))
      .filter(([name]) => /^word\/charts\/chart\d+\.xml$/.test(name))
      .flatMap(([, part]) => /<c:lineChart>.*<\/c:lineChart>/s.exec(strFromU8(part)) ?? []);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('<c:v>Target</c:v>');
    expect(lines[0]?.split('<c:v>50</c:v>')).toHaveLength(4);
  });
});
